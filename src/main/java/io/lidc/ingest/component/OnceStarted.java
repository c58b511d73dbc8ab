package io.lidc.ingest.component;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;

/** Runs when all routes of a context are started, or at once where they are. */
record OnceStarted(Runnable action) implements ExtendedStartupListener {

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        if (alreadyStarted) {
            action.run();
        }
    }

    /** Called with {@code alreadyStarted} in either case: the context is, and so are its routes. */
    @Override
    public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
        action.run();
    }
}

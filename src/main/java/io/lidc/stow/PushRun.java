package io.lidc.stow;

import io.lidc.ingest.IngestRun;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/** The run that pushed objects belong to: from the first request to the end of the service, whose end it puts on record. */
public final class PushRun extends ServiceSupport {
    private final MetadataStore store;
    private IngestRun run;

    /** Over a store whose schema is in place. */
    public PushRun(MetadataStore store) {
        this.store = store;
    }

    private record Pushed() implements Source {
        @Override
        public String uri() {
            return "push:";
        }

        @Override
        public Iterator<ObjectReference> list() {
            return Collections.emptyIterator();
        }
    }

    /** The run, begun if need be. */
    public synchronized IngestRun current(Exchange exchange) throws Exception {
        if (run == null) {
            IngestRun begun = new IngestRun(List.of(new Pushed()), true);
            store.begin(begun.id(), begun.sourceUris());
            exchange.getContext().addService(this);
            run = begun;
        }
        return run;
    }

    /** Counts the objects of a chunk that is on its way. */
    public synchronized void discover(@Body ReceivedChunk chunk) {
        run.discover(chunk.objects().size());
    }

    @Override
    protected synchronized void doStop() throws SQLException {
        if (run != null) {
            boolean balanced =
                    run.totals().balances() && run.discovered() == run.totals().accounted();
            store.end(run.id(), balanced ? "COMPLETED" : "UNBALANCED");
            run = null;
        }
    }
}

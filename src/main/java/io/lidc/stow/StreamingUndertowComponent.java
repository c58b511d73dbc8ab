package io.lidc.stow;

import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.UndertowHostKey;

/**
 * Camel's Undertow component with a server of its own, see {@link StowServer}. Under the name {@code stow}, it leaves {@code undertow}
 * to other routes.
 */
public final class StreamingUndertowComponent extends UndertowComponent {
    private final PushLimits limits;
    private final Runnable onStop;

    /** @param onStop called when the server has stopped: no request is being served, and none comes any more */
    public StreamingUndertowComponent(PushLimits limits, Runnable onStop) {
        this.limits = limits;
        this.onStop = onStop;
    }

    @Override
    protected UndertowHost createUndertowHost(UndertowHostKey key) {
        return new StowServer(key, limits, onStop);
    }
}

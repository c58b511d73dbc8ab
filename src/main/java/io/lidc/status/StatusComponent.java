package io.lidc.status;

import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.UndertowHostKey;

/** Camel's Undertow component over the server that listens already; routes use it under the name {@code status}. */
public final class StatusComponent extends UndertowComponent {
    private final StatusServer server;

    /** Every route of the component adds its path to this server. */
    public StatusComponent(StatusServer server) {
        this.server = server;
    }

    @Override
    protected UndertowHost createUndertowHost(UndertowHostKey key) {
        return server;
    }
}

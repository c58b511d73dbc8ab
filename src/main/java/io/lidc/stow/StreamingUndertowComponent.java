package io.lidc.stow;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.undertow.HttpHandlerRegistrationInfo;
import org.apache.camel.component.undertow.UndertowComponent;
import org.apache.camel.component.undertow.UndertowConsumer;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.UndertowHostKey;

/**
 * Camel's Undertow component with a server that takes long bodies: from 2.3.23 on, Undertow refuses bodies of more than 2 MiB before
 * any handler sees them, and the component has no setting for that.
 */
public final class StreamingUndertowComponent extends UndertowComponent {
    /** More threads than places: requests that are admitted never wait for each other. */
    private static final int SPARE_THREADS = 8;

    private final PushLimits limits;

    /** A server within limits. */
    public StreamingUndertowComponent(PushLimits limits) {
        this.limits = limits;
    }

    @Override
    protected UndertowHost createUndertowHost(UndertowHostKey key) {
        return new Host(key);
    }

    private final class Host implements UndertowHost {
        private final UndertowHostKey key;
        private Undertow server;

        Host(UndertowHostKey key) {
            this.key = key;
        }

        @Override
        public void validateEndpointURI(URI uri) {
            // Every path leads to the one route.
        }

        @Override
        public HttpHandler registerHandler(
                UndertowConsumer consumer, HttpHandlerRegistrationInfo registration, HttpHandler handler) {
            Undertow.Builder builder = Undertow.builder()
                    .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, Long.MAX_VALUE)
                    .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, limits.patienceSeconds() * 1000)
                    .setWorkerThreads(limits.requests() + SPARE_THREADS)
                    .setHandler(handler);
            SSLContext tls = key.getSslContext();
            server = (tls == null
                            ? builder.addHttpListener(key.getPort(), key.getHost())
                            : builder.addHttpsListener(key.getPort(), key.getHost(), tls))
                    .build();
            server.start();
            return handler;
        }

        @Override
        public void unregisterHandler(UndertowConsumer consumer, HttpHandlerRegistrationInfo registration) {
            if (server != null) {
                server.stop();
                server = null;
            }
        }
    }
}

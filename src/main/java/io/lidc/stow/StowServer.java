package io.lidc.stow;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.undertow.HttpHandlerRegistrationInfo;
import org.apache.camel.component.undertow.UndertowConsumer;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.UndertowHostKey;
import org.xnio.Options;

/**
 * The server of one route. It takes long content: from 2.3.23 on, Undertow refuses content of more than 2 MiB before any handler sees
 * it, and the component has no option for that. And it bounds what connections may hold on to: how many there are, the time for a
 * header section, the time between two requests, the time in which a client does not read its response.
 */
final class StowServer implements UndertowHost {
    /** More threads than places: requests that are admitted never wait for each other. */
    private static final int SPARE_THREADS = 8;

    private final UndertowHostKey key;
    private final PushLimits limits;
    private final Runnable onStop;
    private Undertow server;

    StowServer(UndertowHostKey key, PushLimits limits, Runnable onStop) {
        this.key = key;
        this.limits = limits;
        this.onStop = onStop;
    }

    @Override
    public void validateEndpointURI(URI uri) {
        // Every path leads to the one route.
    }

    @Override
    public HttpHandler registerHandler(
            UndertowConsumer consumer, HttpHandlerRegistrationInfo registration, HttpHandler handler) {
        ClientLimits clients = limits.clients();
        int timeout = millis(clients.timeoutSeconds());
        Undertow.Builder builder = Undertow.builder()
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, Long.MAX_VALUE)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, timeout)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(clients.headerSeconds()))
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, timeout)
                .setSocketOption(Options.WRITE_TIMEOUT, timeout)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, clients.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, clients.connections())
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

    private static int millis(int seconds) {
        return (int) TimeUnit.SECONDS.toMillis(seconds);
    }

    @Override
    public void unregisterHandler(UndertowConsumer consumer, HttpHandlerRegistrationInfo registration) {
        if (server != null) {
            server.stop();
            server = null;
            onStop.run();
        }
    }
}

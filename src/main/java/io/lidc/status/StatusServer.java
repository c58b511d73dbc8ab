package io.lidc.status;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import org.apache.camel.component.undertow.HttpHandlerRegistrationInfo;
import org.apache.camel.component.undertow.UndertowConsumer;
import org.apache.camel.component.undertow.UndertowHost;
import org.apache.camel.component.undertow.handlers.CamelRootHandler;
import org.xnio.Options;

/**
 * The server of status page, health and metrics. It listens before the routes start, so that the port is known to them and a taken one is
 * told at once; each route then adds its path.
 */
public final class StatusServer implements UndertowHost, AutoCloseable {
    static final int FIRST_PORT = 8081;
    static final int LAST_PORT = 8180;

    private static final int THREADS = 4;
    private static final int MAX_CONNECTIONS = 200;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final long MAX_ENTITY_BYTES = 1 << 16;

    private final CamelRootHandler paths = new CamelRootHandler(ResponseCodeHandler.HANDLE_404);
    private final Undertow server;

    private StatusServer(String host, int port, StatusAccess access) throws BindException {
        server = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(1)
                .setWorkerThreads(THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_ENTITY_BYTES)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, TIMEOUT_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, TIMEOUT_MILLIS)
                .setSocketOption(Options.WRITE_TIMEOUT, TIMEOUT_MILLIS)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS)
                .setHandler(access.before(paths))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            server.stop();
            if (e.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw e;
        }
    }

    /**
     * A server that listens.
     *
     * @param port {@link StatusKeys#ANY_PORT} for the first that is free
     * @throws BindException when it cannot listen there
     */
    public static StatusServer listen(String host, int port, StatusAccess access) throws BindException {
        if (port != StatusKeys.ANY_PORT) {
            return new StatusServer(host, port, access);
        }
        BindException last = null;
        for (int free = FIRST_PORT; free <= LAST_PORT; free++) {
            try {
                return new StatusServer(host, free, access);
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void validateEndpointURI(URI uri) {
        // Routes may add any path.
    }

    @Override
    public HttpHandler registerHandler(
            UndertowConsumer consumer, HttpHandlerRegistrationInfo registration, HttpHandler handler) {
        return paths.add(
                registration.getUri().getPath(),
                registration.getMethodRestrict(),
                registration.isMatchOnUriPrefix(),
                handler);
    }

    @Override
    public void unregisterHandler(UndertowConsumer consumer, HttpHandlerRegistrationInfo registration) {
        paths.remove(
                registration.getUri().getPath(), registration.getMethodRestrict(), registration.isMatchOnUriPrefix());
    }

    @Override
    public void close() {
        server.stop();
    }
}

package io.lidc.stow;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Lets a client that still sends when its response is out go on for a while, so that it can read the response: closing a connection at
 * once would reset it (RFC 9112 section 9.6). What arrives meanwhile is dropped. After that while the connection is closed.
 */
final class LingeringClose implements DefaultResponseListener, ExchangeCompletionListener {
    private final int seconds;
    private boolean persistent;
    private XnioExecutor.Key deadline;

    LingeringClose(int seconds) {
        this.seconds = seconds;
    }

    /** Called when the response has been handed to the connection, before Undertow reads and drops the rest of the request. */
    @Override
    public synchronized boolean handleDefaultResponse(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && !HttpContinue.requiresContinueResponse(exchange)) {
            persistent = exchange.isPersistent();
            // Of a connection that is to be closed, Undertow would close the receiving half now.
            exchange.setPersistent(true);
            deadline = exchange.getIoThread()
                    .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), seconds, TimeUnit.SECONDS);
        }
        return false;
    }

    @Override
    public synchronized void exchangeEvent(HttpServerExchange exchange, NextListener next) {
        if (deadline != null) {
            deadline.remove();
            exchange.setPersistent(persistent);
        }
        next.proceed();
    }
}

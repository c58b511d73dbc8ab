package io.lidc.download.http;

import java.io.IOException;
import java.time.Duration;

/** A response whose status code is not in the 2xx class. */
public final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Duration retryAfter;

    /** @param retryAfter the delay that the server asks for (RFC 9110 section 10.2.3); zero for none */
    public StatusException(int status, Duration retryAfter) {
        super("the server answers with status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The status code, 100 to 599. */
    public int status() {
        return status;
    }

    /** The delay that the server asks for; zero for none. */
    Duration retryAfter() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }

    /** Whether the same request may succeed later. */
    boolean isTransient() {
        return status == 408 || status == 425 || status == 429 || status >= 500 && status != 501 && status != 505;
    }
}

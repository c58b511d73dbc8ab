package io.lidc.download;

import java.io.IOException;
import java.time.Duration;

/** An answer of a server that is no success. */
final class StatusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Duration retryAfter;

    /** @param retryAfter what the server asks to wait (RFC 9110 section 10.2.3); zero where it asks for nothing */
    StatusException(int status, Duration retryAfter) {
        super("the server answers with status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }

    /** Whether the same request may succeed later. */
    boolean isTransient() {
        return status == 408 || status == 425 || status == 429 || status >= 500 && status != 501 && status != 505;
    }
}

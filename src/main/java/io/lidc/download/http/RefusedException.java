package io.lidc.download.http;

import java.io.IOException;

/** A request that the configuration or a safety rule forbids. It is not attempted again. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message the reason, without credentials or the query of a URL */
    public RefusedException(String message) {
        super(message);
    }
}

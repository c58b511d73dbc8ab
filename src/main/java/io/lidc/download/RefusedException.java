package io.lidc.download;

import java.io.IOException;

/** Something that the configuration or good sense forbids to fetch. It is not tried again. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message the reason, without credentials or queries of a URL */
    public RefusedException(String message) {
        super(message);
    }
}

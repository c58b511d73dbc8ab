package io.lidc.stow.multipart;

import java.io.IOException;

/** A request that is not served, with the status code that says why (RFC 9110 section 15). */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param message for the client: no value of a data set, no credentials */
    public RefusedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** A request whose content breaks off, or cannot be read. */
    public static RefusedRequestException ofContent(IOException reason) {
        RefusedRequestException refused = new RefusedRequestException(400, "the content ends early, or cannot be read");
        refused.initCause(reason);
        return refused;
    }

    public int status() {
        return status;
    }
}

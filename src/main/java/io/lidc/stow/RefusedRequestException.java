package io.lidc.stow;

import java.io.IOException;

/** A request that is not served, with the status that says why (RFC 9110 section 15). */
public final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param message for the client: no value of a data set, no credentials */
    RefusedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of a request whose body breaks off, or cannot be taken. */
    static RefusedRequestException ofBody(IOException reason) {
        RefusedRequestException refusal = new RefusedRequestException(400, "the body ends early, or cannot be taken");
        refusal.initCause(reason);
        return refusal;
    }

    int status() {
        return status;
    }
}

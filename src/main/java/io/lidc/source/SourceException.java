package io.lidc.source;

import java.io.IOException;

/** An object, or a place that holds objects, which a source can't give. Neither code nor message ever holds a name. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, in upper case: databases, dead letters and alerts carry it
     * @param message the reason in words
     */
    public SourceException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * @param code stable, in upper case: databases, dead letters and alerts carry it
     * @param message the reason in words
     */
    public SourceException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Why, as a stable code. */
    public String code() {
        return code;
    }
}

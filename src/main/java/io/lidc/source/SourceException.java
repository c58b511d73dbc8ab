package io.lidc.source;

import java.io.IOException;

/** An object, or a place that holds objects, which a source can't give. Neither code nor message ever holds a name. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean passing;

    /**
     * @param code stable, in upper case: databases, dead letters and alerts carry it
     * @param message the reason in words
     */
    public SourceException(String code, String message) {
        this(code, message, null);
    }

    /**
     * @param code stable, in upper case: databases, dead letters and alerts carry it
     * @param message the reason in words
     */
    public SourceException(String code, String message, Throwable cause) {
        this(code, message, cause, false);
    }

    private SourceException(String code, String message, Throwable cause, boolean passing) {
        super(message, cause);
        this.code = code;
        this.passing = passing;
    }

    /** A reason that lies in the way to the object, not in the object. */
    public static SourceException passing(String code, String message, Throwable cause) {
        return new SourceException(code, message, cause, true);
    }

    /** Whether the object may be had as it is when it is next tried: that it failed must not count as known then. */
    public boolean isPassing() {
        return passing;
    }

    /** Why, as a stable code. */
    public String code() {
        return code;
    }
}

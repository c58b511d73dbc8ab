package io.lidc.source;

import java.io.IOException;

/** An object, or a place that holds objects, which a source cannot give. Neither code nor message ever holds a name. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean isTransient;

    /** @param message the reason in words */
    public SourceException(SourceError error, String message) {
        this(error, message, null);
    }

    /** @param message the reason in words */
    public SourceException(SourceError error, String message, Throwable cause) {
        this(error.name(), message, cause, false);
    }

    /**
     * For the provider of a scheme that the program does not know.
     *
     * @param code stable, in upper case: databases, dead letters and alerts carry it
     * @param message the reason in words
     * @param isTransient whether it lies in the way to the object, not in the object
     */
    public SourceException(String code, String message, Throwable cause, boolean isTransient) {
        super(message, cause);
        this.code = code;
        this.isTransient = isTransient;
    }

    /** A reason that lies in the way to the object, not in the object: a timeout, an unreachable server. */
    public static SourceException ofTransient(SourceError error, String message, Throwable cause) {
        return new SourceException(error.name(), message, cause, true);
    }

    /** Whether the next attempt may find the object available as it is: that it failed must not count as known then. */
    public boolean isTransient() {
        return isTransient;
    }

    /** Why, as a stable code. */
    public String code() {
        return code;
    }

    /** What another process has found, or is to be told. */
    public static SourceException told(String code, String message, boolean isTransient) {
        return new SourceException(code, message, null, isTransient);
    }
}

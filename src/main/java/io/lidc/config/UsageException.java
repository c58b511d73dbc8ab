package io.lidc.config;

/** Something that the person who runs the program can put right. The message is the one line that they see. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message one line, naming what is wrong and where */
    public UsageException(String message) {
        super(message);
    }

    /** @param message one line, naming what is wrong and where */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}

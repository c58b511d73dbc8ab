package io.lidc.dicom;

/** Thrown for a header that cannot be read. Its message never holds a value of the data set. */
public final class DicomException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final long offset;

    /**
     * Creates the exception without a stack trace, as it is part of normal operation.
     *
     * @param offset position of the error in the object, in bytes from the first one
     * @param message the reason in words, without any value of the data set
     */
    public DicomException(ErrorCode code, long offset, String message) {
        super(message, null, false, false);
        this.code = code;
        this.offset = offset;
    }

    /** Why the header cannot be read, as a stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Position of the error in the object, in bytes from the first one. */
    public long offset() {
        return offset;
    }
}

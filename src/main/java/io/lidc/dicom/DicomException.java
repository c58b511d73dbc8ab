package io.lidc.dicom;

/** A header that cannot be read. Neither its message nor its code ever holds a value of the data set. */
public final class DicomException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final long offset;

    /**
     * @param offset where in the object the trouble starts, in bytes from its first
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

    /** Where the trouble starts, in bytes from the first byte of the object. */
    public long offset() {
        return offset;
    }
}

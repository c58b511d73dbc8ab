package io.lidc.dicom;

/**
 * Bounds that keep a single hostile or broken object from exhausting a process.
 *
 * @param firstRead bytes of the first read; most headers end within them
 * @param headerBytes maximum number of bytes of one header held in memory
 * @param valueBytes maximum length of a value in bytes; longer values are skipped and only their length is kept
 * @param depth maximum levels of nested sequences
 * @param elements maximum number of data elements in one header, nested ones included
 * @param inflateRatio maximum number of inflated bytes for each deflated byte
 */
public record Limits(int firstRead, int headerBytes, int valueBytes, int depth, int elements, int inflateRatio) {

    /** Safe for objects of any origin. */
    public static final Limits DEFAULT = new Limits(8 << 10, 64 << 20, 64 << 10, 64, 1_000_000, 1_000);

    /**
     * Creates the limits.
     *
     * @throws IllegalArgumentException if one of them is too small to read any header
     */
    public Limits {
        if (firstRead < 256
                || headerBytes < firstRead
                || valueBytes < 64
                || depth < 1
                || elements < 1
                || inflateRatio < 1) {
            throw new IllegalArgumentException("limits are too small: firstRead " + firstRead + ", headerBytes "
                    + headerBytes + ", valueBytes " + valueBytes + ", depth " + depth + ", elements " + elements
                    + ", inflateRatio " + inflateRatio);
        }
    }
}

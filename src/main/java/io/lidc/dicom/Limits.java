package io.lidc.dicom;

/**
 * Bounds that keep one hostile or broken object from taking a process down.
 *
 * @param firstRead bytes asked for at first; most headers end within them
 * @param headerBytes bytes of one header held in memory at the most
 * @param valueBytes values longer than this are skipped, not read; their length is kept
 * @param depth levels of nested sequences at the most
 * @param elements data elements in one header at the most, nested ones included
 * @param inflateRatio inflated bytes for each deflated byte at the most
 */
public record Limits(int firstRead, int headerBytes, int valueBytes, int depth, int elements, int inflateRatio) {

    /** Safe for archives of any origin. */
    public static final Limits DEFAULT = new Limits(8 << 10, 64 << 20, 64 << 10, 64, 1_000_000, 1_000);

    /** Checks that each bound is positive. */
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

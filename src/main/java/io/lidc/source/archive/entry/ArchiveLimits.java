package io.lidc.source.archive.entry;

/**
 * Bounds that keep one hostile archive from taking a process down or a run from ending. Archives nested in it count with it.
 *
 * @param entries in one archive at the most
 * @param bytes that all entries of one archive may come to, uncompressed
 * @param ratio uncompressed bytes for each compressed byte at the most; not asked of the first {@link #FREE_BYTES}
 */
public record ArchiveLimits(int entries, long bytes, int ratio) {
    /** What any archive may come to: a blank image compresses nearly as well as a bomb, and is small. */
    public static final long FREE_BYTES = 64L << 20;

    /** Room for a public collection of a million files in one archive. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(1_000_000, 1L << 40, 500);

    boolean exceedsRatio(long uncompressed, long compressed) {
        return uncompressed > FREE_BYTES && uncompressed / Math.max(1, compressed) >= ratio;
    }
}

package io.lidc.source.archive;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.source.archive.entry.ArchiveLimits;

/** Settings of the bounds on archives. */
public final class ArchiveKeys {
    public static final Key<Integer> MAX_ENTRIES =
            Key.wholeNumber("archive.max-entries", 1_000_000, 1, 100_000_000, "Entries of one archive, at most.");
    public static final Key<Long> MAX_BYTES = Key.longNumber(
            "archive.max-bytes",
            1L << 40,
            1L << 20,
            1L << 50,
            "Bytes that the entries of one archive come to uncompressed, at most.");
    public static final Key<Integer> MAX_RATIO = Key.wholeNumber(
            "archive.max-ratio",
            500,
            1,
            100_000,
            "Uncompressed bytes for each compressed byte, at most. It is not asked of the first 64 MB.");

    public static final KeyGroup GROUP = KeyGroup.of("Archives", MAX_ENTRIES, MAX_BYTES, MAX_RATIO)
            .withComment("Bounds on one archive (.zip, .tar, .tar.gz, .tgz), with the archives that are nested in it.");

    private ArchiveKeys() {}

    /** The bounds that the settings draw. */
    public static ArchiveLimits limits(Settings settings) {
        return new ArchiveLimits(settings.get(MAX_ENTRIES), settings.get(MAX_BYTES), settings.get(MAX_RATIO));
    }
}

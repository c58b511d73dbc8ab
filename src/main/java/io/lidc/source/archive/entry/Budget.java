package io.lidc.source.archive.entry;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;

/** What one archive, with those nested in it, has used of its limits. */
public final class Budget {
    private final ArchiveLimits limits;
    private int entries;
    private long bytes;

    public Budget(ArchiveLimits limits) {
        this.limits = limits;
    }

    ArchiveLimits limits() {
        return limits;
    }

    public void addEntry() throws SourceException {
        if (++entries > limits.entries()) {
            throw new SourceException(
                    SourceError.ARCHIVE_TOO_MANY_ENTRIES,
                    "the archive holds more than " + limits.entries() + " entries");
        }
    }

    public void addBytes(long uncompressed) throws SourceException {
        bytes += uncompressed;
        if (bytes > limits.bytes() || bytes < 0) {
            throw new SourceException(
                    SourceError.ARCHIVE_TOO_LARGE,
                    "the archive's entries come to more than " + limits.bytes() + " bytes");
        }
    }

    public void checkRatio(long uncompressed, long compressed) throws SourceException {
        if (limits.exceedsRatio(uncompressed, compressed)) {
            throw new SourceException(
                    SourceError.ARCHIVE_RATIO, "it is more than " + limits.ratio() + " times larger uncompressed");
        }
    }
}

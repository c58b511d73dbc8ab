package io.lidc.source.archive.entry;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why an archive can't be read on. Libraries put names of entries into their messages, so these are not passed on. */
public final class ArchiveFailure {
    private ArchiveFailure() {}

    public static IOException of(Throwable e) {
        if (e instanceof SourceException || e instanceof FileSystemException) {
            return (IOException) e;
        }
        if (e instanceof OutOfMemoryError) {
            return SourceException.ofTransient(SourceError.OUT_OF_MEMORY, "memory ran out while it was read", e);
        }
        return new SourceException(SourceError.ARCHIVE_BROKEN, "the archive is broken or cut off here", e);
    }
}

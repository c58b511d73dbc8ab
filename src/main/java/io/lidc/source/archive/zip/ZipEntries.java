package io.lidc.source.archive.zip;

import io.lidc.source.ByteSourceStream;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.ArchiveFormat;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryHint;
import io.lidc.source.archive.entry.EntryList;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.Found;
import io.lidc.source.archive.entry.Opener;
import java.io.IOException;

/**
 * Entries of a zip file that can be read from anywhere. Listing reads the directory only; each entry is opened by itself,
 * many at a time, and no more of it is inflated than its header.
 */
public final class ZipEntries implements EntryList {
    private static final int BUFFER = 64 << 10;

    private final Opener archive;
    private final String archiveHint;
    private final ZipDirectory directory;
    private final EntryNames names;
    private final Budget budget;

    /** @param archiveHint of the archive itself; null for none */
    public ZipEntries(Opener archive, String archiveHint, EntryNames names, Budget budget) throws IOException {
        this.archive = archive;
        this.archiveHint = archiveHint;
        this.names = names;
        this.budget = budget;
        var file = archive.open();
        try {
            directory = new ZipDirectory(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Found next() throws IOException {
        ZipEntry entry = directory.next();
        while (entry != null && entry.isFolder()) {
            budget.addEntry();
            entry = directory.next();
        }
        if (entry == null) {
            return null;
        }
        budget.addEntry();
        budget.addBytes(entry.size());
        return found(entry, names.uri(entry.name()));
    }

    private Found found(ZipEntry entry, String uri) throws IOException {
        try {
            entry.check();
            budget.checkRatio(entry.size(), entry.compressedSize());
        } catch (SourceException e) {
            return new Found.Entry(ObjectReference.unavailable(entry.location(uri), e), null);
        }
        ArchiveFormat format = ArchiveFormat.of(entry.name());
        if (format == null) {
            EntryHint hint = entry.hint(archiveHint);
            return new Found.Entry(
                    ObjectReference.at(entry.location(uri), hint.toString()), () -> ZipEntry.open(archive, hint));
        }
        return new Found.Nested(
                uri,
                format,
                () -> new ByteSourceStream(ZipEntry.open(archive, entry.hint(archiveHint)), 0, BUFFER),
                entry.location(uri));
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}

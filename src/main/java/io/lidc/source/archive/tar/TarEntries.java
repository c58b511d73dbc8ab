package io.lidc.source.archive.tar;

import io.lidc.model.Location;
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
import io.lidc.source.archive.entry.SliceSource;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Entries of an uncompressed tar file that can be read from anywhere: listing skips from header to header. */
public final class TarEntries implements EntryList {
    private static final int BUFFER = 8 << 10;

    private final Opener archive;
    private final String archiveHint;
    private final ByteSourceStream file;
    private final TarStream tar;
    private final EntryNames names;
    private final Budget budget;

    /** @param archiveHint of the archive itself; null for none */
    public TarEntries(Opener archive, String archiveHint, EntryNames names, Budget budget) throws IOException {
        this.archive = archive;
        this.archiveHint = archiveHint;
        this.names = names;
        this.budget = budget;
        file = new ByteSourceStream(archive.open(), 0, BUFFER);
        tar = new TarStream(file);
    }

    @Override
    public Found next() throws IOException {
        TarArchiveEntry entry = tar.next();
        while (entry != null && entry.isDirectory()) {
            budget.addEntry();
            entry = tar.next();
        }
        if (entry == null) {
            return null;
        }
        budget.addEntry();
        budget.addBytes(entry.getSize());
        return found(entry, names.uri(entry.getName()));
    }

    private Found found(TarArchiveEntry entry, String uri) {
        Location location = new Location(uri, entry.getSize(), tar.version(entry, 0));
        try {
            EntryNames.check(entry.getName());
            tar.check(entry);
        } catch (SourceException e) {
            return new Found.Entry(ObjectReference.unavailable(location, e), null);
        }
        ArchiveFormat format = ArchiveFormat.of(entry.getName());
        if (format != null) {
            return new Found.Nested(uri, format, tar::content, location);
        }
        long start = file.position();
        EntryHint hint = new EntryHint(EntryHint.TAR, start, entry.getSize(), entry.getSize(), archiveHint);
        return new Found.Entry(
                ObjectReference.at(location, hint.toString()),
                () -> new SliceSource(archive.open(), start, entry.getSize()));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

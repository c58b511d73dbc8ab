package io.lidc.source.archive;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Content;
import io.lidc.source.ObjectReference.Parsed;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.ObjectReference.Unread;
import io.lidc.source.ObjectReference.Unreadable;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.ArchiveFailure;
import io.lidc.source.archive.entry.ArchiveFormat;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryList;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.EntryStream;
import io.lidc.source.archive.entry.Found;
import io.lidc.source.archive.entry.PassingEntry;
import java.io.IOException;
import org.apache.commons.compress.archivers.ArchiveEntry;

/**
 * Entries of an archive that can only be read from its start to its end. Each header is parsed while it passes: the stream cannot
 * be opened a second time at an entry.
 *
 * @param <E> the archive's kind of entry
 */
final class StreamedEntries<E extends ArchiveEntry> implements EntryList {
    private final EntryStream<E> archive;
    private final HeaderReader reader;
    private final EntryNames names;
    private final Budget budget;
    private final String wanted;
    private PassingEntry unfinished;

    /** @param wanted location of the one entry that is searched for; null where all are listed */
    StreamedEntries(EntryStream<E> archive, HeaderReader reader, EntryNames names, Budget budget, String wanted) {
        this.archive = archive;
        this.reader = reader;
        this.names = names;
        this.budget = budget;
        this.wanted = wanted;
    }

    @Override
    public Found next() throws IOException {
        finish();
        E entry = archive.next();
        while (entry != null && entry.isDirectory()) {
            budget.addEntry();
            entry = archive.next();
        }
        if (entry == null) {
            return null;
        }
        budget.addEntry();
        return found(entry, names.uri(entry.getName()));
    }

    private Found found(E entry, String uri) {
        Location location = new Location(uri, entry.getSize(), archive.version(entry, 0));
        try {
            EntryNames.check(entry.getName());
            archive.check(entry);
        } catch (SourceException e) {
            return new Found.Entry(ObjectReference.unavailable(location, e), null);
        }
        if (uri.equals(wanted)) {
            return new Found.Passing(archive.content());
        }
        ArchiveFormat format = ArchiveFormat.of(entry.getName());
        unfinished = new PassingEntry(archive.content(), entry.getSize());
        return format == null
                ? new Found.Entry(object(entry, uri, unfinished), null)
                : new Found.Nested(uri, format, archive::content, location);
    }

    private ObjectReference object(E entry, String uri, PassingEntry bytes) {
        Content content = wanted == null ? read(bytes) : new Unread(null);
        try {
            finish();
        } catch (IOException e) {
            content = new Unavailable(ArchiveFailure.of(e));
        }
        return new ObjectReference(new Location(uri, bytes.length(), archive.version(entry, bytes.crc())), content);
    }

    private Content read(PassingEntry bytes) {
        try {
            return new Parsed(reader.read(bytes));
        } catch (DicomException e) {
            return new Unreadable(e, bytes.length());
        } catch (IOException e) {
            return new Unavailable(ArchiveFailure.of(e));
        }
    }

    /** The next entry starts where this one ends; what is left of it has to pass, and to be counted. */
    private void finish() throws IOException {
        if (unfinished != null) {
            unfinished.drain();
            unfinished = null;
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

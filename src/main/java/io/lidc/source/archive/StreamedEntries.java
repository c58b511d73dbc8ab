package io.lidc.source.archive;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.HeaderReader;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceException;
import java.io.IOException;
import org.apache.commons.compress.archivers.ArchiveEntry;

/**
 * Entries of an archive that can only be read from its begin to its end. Each header is read while it passes, so that
 * exactly its bytes are kept: the stream can't be opened a second time at an entry.
 *
 * @param <E> the archive's kind of entry
 */
final class StreamedEntries<E extends ArchiveEntry> implements EntryList {
    private final EntryStream<E> archive;
    private final HeaderReader reader;
    private final EntryNames names;
    private final Budget budget;
    private RecordedHead unfinished;

    StreamedEntries(EntryStream<E> archive, HeaderReader reader, EntryNames names, Budget budget) {
        this.archive = archive;
        this.reader = reader;
        this.names = names;
        this.budget = budget;
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
            return new Found.Entry(ObjectReference.unavailable(location, e));
        }
        ArchiveFormat format = ArchiveFormat.of(entry.getName());
        unfinished = new RecordedHead(archive.content(), entry.getSize());
        return format == null
                ? new Found.Entry(object(entry, uri, unfinished))
                : new Found.Nested(uri, format, archive::content, location);
    }

    private ObjectReference object(E entry, String uri, RecordedHead head) {
        IOException broken = null;
        try {
            record(head);
            finish();
        } catch (IOException e) {
            broken = e;
        }
        Location location = new Location(uri, head.length(), archive.version(entry, head.crc()));
        return broken == null
                ? new ObjectReference(location, head::replay).holding(head.held())
                : ObjectReference.unavailable(location, ArchiveFailure.of(broken));
    }

    private void record(RecordedHead head) throws IOException {
        try {
            reader.read(head);
        } catch (DicomException e) {
            // The extraction reads the same bytes, meets the same and makes an outcome of it.
            return;
        }
    }

    /** The next entry begins where this one ends; what is left of it has to pass, and to be counted. */
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

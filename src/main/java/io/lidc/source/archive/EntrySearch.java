package io.lidc.source.archive;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.archive.entry.ArchiveFailure;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryList;
import io.lidc.source.archive.entry.Found;
import io.lidc.source.archive.entry.Opener;
import io.lidc.source.archive.entry.PassingEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Opens an entry of which nothing but its location is known, by going through its archive and those around it. */
final class EntrySearch {
    private final Archives archives;
    private final String uri;
    private final Budget budget;
    private final Deque<Closeable> open = new ArrayDeque<>();

    EntrySearch(Archives archives, String uri) {
        this.archives = archives;
        this.uri = uri;
        this.budget = archives.budget();
    }

    /** The entry's bytes, forwards only where it lies in a stream. */
    ByteSource in(ObjectReference archive, Opener opener) throws IOException {
        try {
            return search(opened(archives.open(archive, opener, budget, uri)));
        } catch (IOException | RuntimeException e) {
            close();
            throw ArchiveFailure.of(e);
        }
    }

    private ByteSource search(EntryList entries) throws IOException {
        for (Found found = entries.next(); found != null; found = entries.next()) {
            if (found instanceof Found.Entry entry && entry.opener() != null && entry.isAt(uri)) {
                ByteSource bytes = entry.opener().open();
                close();
                return bytes;
            }
            if (found instanceof Found.Passing passing) {
                return new PassingEntry(passing.content(), this::close);
            }
            if (found instanceof Found.Nested nested && uri.startsWith(nested.uri() + "!/")) {
                return search(opened(archives.open(nested, budget, uri)));
            }
        }
        throw SourceException.ofTransient(SourceError.GONE, "the archive holds no such entry any more", null);
    }

    private EntryList opened(EntryList entries) {
        open.push(entries);
        return entries;
    }

    private void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}

package io.lidc.source.download;

import io.lidc.source.FolderSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a download has brought, and as unavailable objects what it could not bring.
 *
 * @param uri the places that were downloaded from
 */
public record DownloadedSource(String uri, List<DownloadedFile> files) implements Source {

    /** Keeps a copy. */
    public DownloadedSource {
        files = List.copyOf(files);
    }

    @Override
    public Iterator<ObjectReference> list() {
        Iterator<DownloadedFile> remaining = files.iterator();
        return new Iterator<>() {
            private Iterator<ObjectReference> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && remaining.hasNext()) {
                    current = objects(remaining.next());
                }
                return current.hasNext();
            }

            @Override
            public ObjectReference next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }

    private static Iterator<ObjectReference> objects(DownloadedFile file) {
        return file.path() == null ? unavailable(file) : new FolderSource(file.path()).list();
    }

    /** Tried again by each download, so that it has not come is told each time, too. */
    private static Iterator<ObjectReference> unavailable(DownloadedFile file) {
        return List.of(ObjectReference.unavailable(
                        file.uri(), SourceException.passing("NOT_DOWNLOADED", file.reason(), null)))
                .iterator();
    }
}

package io.lidc.download;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.folder.FolderSource;
import java.util.Iterator;
import java.util.List;

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
        return files.stream().map(DownloadedSource::object).iterator();
    }

    /** One that has not come is tried again by each download, so that this is told each time, too. */
    private static ObjectReference object(DownloadedFile file) {
        return file.path() == null
                ? ObjectReference.unavailable(
                        file.uri(), SourceException.ofTransient("NOT_DOWNLOADED", file.reason(), null))
                : new FolderSource(file.path()).list().next();
    }
}

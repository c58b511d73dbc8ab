package io.lidc.download;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.folder.FolderSource;
import java.util.Iterator;
import java.util.List;

/**
 * The files of a download as objects; those that are missing are unavailable objects.
 *
 * @param uri the locations that were downloaded from
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

    /** A missing file is attempted again by each download: the failure is transient, and reported each time. */
    private static ObjectReference object(DownloadedFile file) {
        return file.path() == null
                ? ObjectReference.unavailable(
                        file.uri(), SourceException.ofTransient("NOT_DOWNLOADED", file.reason(), null))
                : new FolderSource(file.path()).list().next();
    }
}

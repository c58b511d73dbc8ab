package io.lidc.download;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.folder.FolderSource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a download as objects; those that are missing are unavailable objects.
 *
 * @param uri the locations that were downloaded from
 * @param failure why the download ended early; null where it did not
 */
public record DownloadedSource(String uri, List<DownloadedFile> files, IOException failure) implements Source {

    /** Keeps a copy. */
    public DownloadedSource {
        files = List.copyOf(files);
    }

    /** A download that listed all that there was. */
    public DownloadedSource(String uri, List<DownloadedFile> files) {
        this(uri, files, null);
    }

    /** The same files of a download that ended early: what it did not list is an unavailable object under its own URI. */
    DownloadedSource endingEarly(IOException reason) {
        return new DownloadedSource(uri, files, reason);
    }

    @Override
    public Iterator<ObjectReference> list() {
        Stream<ObjectReference> unlisted = failure == null
                ? Stream.empty()
                : Stream.of(ObjectReference.unavailable(
                        uri, SourceException.ofTransient(SourceError.NOT_DOWNLOADED, failure.getMessage(), failure)));
        return Stream.concat(files.stream().map(DownloadedSource::object), unlisted)
                .iterator();
    }

    /** A missing file is attempted again by each download: the failure is transient, and reported each time. */
    private static ObjectReference object(DownloadedFile file) {
        return file.path() == null
                ? ObjectReference.unavailable(
                        file.uri(), SourceException.ofTransient(SourceError.NOT_DOWNLOADED, file.reason(), null))
                : new FolderSource(file.path()).list().next();
    }
}

package io.lidc.source.archive.entry;

import io.lidc.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;

/**
 * An archive that is read from its begin to its end.
 *
 * @param <E> its kind of entry
 */
public interface EntryStream<E extends ArchiveEntry> extends Closeable {

    /** Goes on to the next entry; null after the last. */
    E next() throws IOException;

    /** Bytes of the entry that is current. */
    InputStream content();

    /** @throws SourceException for what is no file, is encrypted or is packed in a way that is not read */
    void check(E entry) throws SourceException;

    /** Changes whenever the entry changes. */
    String version(E entry, long crc);
}

package io.lidc.source.archive.entry;

import java.io.Closeable;
import java.io.IOException;

/** The entries of one archive, one by one. Folders are left out. */
public interface EntryList extends Closeable {

    /**
     * The next entry; null after the last.
     *
     * @throws IOException when the archive can't be read on
     */
    Found next() throws IOException;
}

package io.lidc.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicReference;

/** The file of a SQLite database, under watch: SQLite goes on writing to a file that has been deleted, and says nothing. */
final class DatabaseFile {
    /** Of a database that is no file. */
    static final DatabaseFile NONE = new DatabaseFile(null);

    private final Path path;
    private final AtomicReference<Object> opened = new AtomicReference<>();

    /** @param path of the file; null for none */
    DatabaseFile(Path path) {
        this.path = path;
    }

    /**
     * Makes sure that the file is the one that was there at the first call, or at the first after an exception.
     *
     * @throws DatabaseUnavailableException when it is gone, or another one has taken its place
     */
    void check() throws DatabaseUnavailableException {
        if (path == null) {
            return;
        }
        Object present = key();
        Object before = opened.get();
        if (before == null) {
            opened.set(present);
        } else if (!before.equals(present)) {
            opened.set(null);
            throw new DatabaseUnavailableException(
                    "the database " + path + " was replaced by another file while it was open", null);
        }
    }

    /** Names the file whatever its path; the path itself where the system knows no such key. */
    private Object key() throws DatabaseUnavailableException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (IOException e) {
            opened.set(null);
            throw new DatabaseUnavailableException(
                    "the database " + path + " is unavailable: its file was deleted or cannot be reached", null);
        }
    }
}

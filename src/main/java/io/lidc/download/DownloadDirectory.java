package io.lidc.download;

import io.lidc.download.http.RefusedException;
import io.lidc.source.folder.FolderSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of a download. Part files are kept in a subdirectory: a source that reads the directory never finds an
 * incomplete file, and the final move stays within one file system.
 */
final class DownloadDirectory implements AutoCloseable {
    private final Path folder;
    private final Path parts;
    private final FileChannel lock;

    private DownloadDirectory(Path folder, Path parts, FileChannel lock) {
        this.folder = folder;
        this.parts = parts;
        this.lock = lock;
    }

    /** @throws IOException when it cannot be written to, or another download uses it */
    static DownloadDirectory open(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path parts = Files.createDirectories(root.resolve(FolderSource.INCOMPLETE));
        FileChannel lock = FileChannel.open(parts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = isLocked(lock);
        } finally {
            if (!locked) {
                lock.close();
            }
        }
        if (!locked) {
            throw new RefusedException("another download uses " + folder);
        }
        return new DownloadDirectory(root, parts, lock);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * The path of a complete file.
     *
     * @throws RefusedException when the name leads out of the directory or the file system cannot hold it
     */
    Path target(String name) throws RefusedException {
        Path target;
        try {
            target = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new RefusedException("the file system does not support the target name");
        }
        if (!target.startsWith(folder) || target.startsWith(parts)) {
            throw new RefusedException("the target name leads out of the folder");
        }
        return target;
    }

    /** The part file of a target name. */
    PartFile part(String name) {
        return new PartFile(parts, name);
    }

    /** Releases the lock. Part files stay for the next download, as does the lock file: deleting it would allow two locks. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package io.lidc.download;

import io.lidc.source.folder.FolderSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of a download with its part files, which lie in a folder of their own: a source that reads the folder never
 * meets half a file, and the step from part to whole stays within one file system.
 */
final class Workshop implements AutoCloseable {
    private final Path folder;
    private final Path parts;
    private final FileChannel lock;

    private Workshop(Path folder, Path parts, FileChannel lock) {
        this.folder = folder;
        this.parts = parts;
        this.lock = lock;
    }

    /** @throws IOException when it cannot be written to, or another download is at work in it */
    static Workshop open(Path folder) throws IOException {
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
            throw new RefusedException("another download is at work in " + folder);
        }
        return new Workshop(root, parts, lock);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where a whole file lies. */
    Path target(String name) throws RefusedException {
        Path target;
        try {
            target = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new RefusedException("the target name is none that this file system can hold");
        }
        if (!target.startsWith(folder) || target.startsWith(parts)) {
            throw new RefusedException("the target name leads out of the folder");
        }
        return target;
    }

    PartFile part(String name) {
        return new PartFile(parts, name);
    }

    /** Leaves the parts, if there are any, to the next download; and the lock file, which is only safe to share while it stays. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package io.lidc.source.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock beside the folder of what one pass has claimed. It is held while the pass goes on; claims whose lock nobody holds are
 * orphans.
 */
final class ClaimLock implements Closeable {
    private static final String ENDING = ".lock";

    /** Locks of this process. POSIX gives a lock up when any channel of its file is closed, so that none is opened twice. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private ClaimLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A new lock. A process that looks for orphans may take it first, and deletes it then. */
    static ClaimLock create(Path folder) throws IOException {
        ClaimLock lock = null;
        while (lock == null) {
            lock = take(Files.createFile(folder.resolve(UUID.randomUUID() + ENDING)));
        }
        return lock;
    }

    static boolean isLock(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /** The lock of a file; null where it is held, or its holder has just ended. */
    static ClaimLock take(Path file) throws IOException {
        if (!HELD.add(file)) {
            return null;
        }
        ClaimLock lock = null;
        try {
            lock = lockOf(file);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
    }

    private static ClaimLock lockOf(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return null;
        }
        boolean taken = false;
        try {
            taken = channel.tryLock() != null && Files.exists(file);
            return taken ? new ClaimLock(file, channel) : null;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** The folder of what is claimed under this lock. */
    Path folder() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }

    /** Says that nothing is claimed any more. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}

package io.lidc.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory for the temporary files of one process. The process holds a lock on the file {@value #OWNER} in it for as long as it
 * lives; the operating system releases the lock however the process ends. So the next process that creates a directory beside it can
 * tell what was left behind, and deletes it, without touching the files of a process that is alive, be it in another container.
 */
public final class TemporaryDirectory {
    static final String OWNER = "owner.lock";

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryDirectory.class);
    /** The channels that hold this process's locks: one that nobody refers to is closed, which releases its lock. */
    private static final Map<Path, FileChannel> OWN = new ConcurrentHashMap<>();

    private static TemporaryDirectory ofProcess;

    private final Path path;

    private TemporaryDirectory(Path path) {
        this.path = path;
    }

    /** The one in the system's temporary folder, {@code java.io.tmpdir}. */
    public static synchronized TemporaryDirectory ofProcess() throws IOException {
        if (ofProcess == null) {
            ofProcess = create(Path.of(System.getProperty("java.io.tmpdir")), "lidc-");
        }
        return ofProcess;
    }

    /**
     * Creates a directory, and deletes those that other processes have left behind.
     *
     * @param parent a folder that exists
     * @param prefix of the names of such directories
     */
    public static synchronized TemporaryDirectory create(Path parent, String prefix) throws IOException {
        Path path = Files.createTempDirectory(parent, prefix);
        path.toFile().deleteOnExit();
        while (!own(path)) {
            // Another process took the directory for one that was left behind, in the instant before it was locked.
            Files.createDirectories(path);
        }
        new AbandonedDirectories(path, prefix).delete(sibling -> !OWN.containsKey(sibling));
        return new TemporaryDirectory(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A new, empty file. */
    public Path createFile(String suffix) throws IOException {
        return Files.createTempFile(path, "", suffix);
    }

    /** False where the directory was deleted meanwhile. */
    private static boolean own(Path path) throws IOException {
        Path owner = path.resolve(OWNER);
        FileChannel channel;
        try {
            channel = FileChannel.open(owner, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            if (Files.isDirectory(path)) {
                throw e;
            }
            return false;
        }
        owner.toFile().deleteOnExit();
        if (lock(channel, owner)) {
            OWN.put(path, channel);
            return true;
        }
        channel.close();
        return false;
    }

    private static boolean lock(FileChannel channel, Path owner) throws IOException {
        try {
            return channel.tryLock() != null && Files.exists(owner);
        } catch (IOException e) {
            LOG.warn("{} is on a file system without locks: what a crash leaves in it stays", owner.getParent());
            Files.deleteIfExists(owner);
            return true;
        }
    }
}

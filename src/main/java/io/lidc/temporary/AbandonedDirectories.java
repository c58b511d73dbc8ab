package io.lidc.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directories beside one's own whose process has ended without deleting them. */
final class AbandonedDirectories {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedDirectories.class);

    private final Path own;
    private final String prefix;

    /** @param prefix of the names of such directories */
    AbandonedDirectories(Path own, String prefix) {
        this.own = own;
        this.prefix = prefix;
    }

    /**
     * Deletes them.
     *
     * @param ofOthers false for those of this process: to open and close a file that it has locked would release the lock (POSIX)
     */
    void delete(Predicate<Path> ofOthers) {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(own.getParent(), prefix + "*")) {
            for (Path sibling : siblings) {
                if (ofOthers.test(sibling)) {
                    deleteIfAbandoned(sibling);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What earlier processes have left in {} cannot be listed: {}", own.getParent(), e.toString());
        }
    }

    private void deleteIfAbandoned(Path directory) {
        Path owner = directory.resolve(TemporaryDirectory.OWNER);
        try {
            if (!isOfSameUser(directory) || !Files.isRegularFile(owner, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(owner, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    delete(directory, owner);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone meanwhile", directory);
        } catch (IOException e) {
            LOG.warn("{}, which an earlier process left behind, cannot be deleted: {}", directory, e.toString());
        }
    }

    /** What belongs to somebody else may change its shape while it is deleted. */
    private boolean isOfSameUser(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
    }

    /** The owner's file goes last: a deletion that is broken off is resumed by the next process. */
    private static void delete(Path directory, Path owner) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (!file.equals(owner)) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(owner);
        Files.delete(directory);
        LOG.info("Deleted {}, which an earlier process left behind", directory);
    }
}

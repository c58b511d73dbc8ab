package io.lidc.source.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files of a drop folder that one pass has claimed, in a folder of its own beside a lock that it holds while it lives. Claims whose
 * lock nobody holds are orphans: their process has ended, or their pass.
 */
final class Claims implements Closeable {
    private static final String FOLDER = ".claimed";
    private static final String LOCK = ".lock";

    private final Path claimed;
    private final Path own;
    private final Path lockFile;
    private final FileChannel lock;

    private Claims(Path claimed, Path own, Path lockFile, FileChannel lock) {
        this.claimed = claimed;
        this.own = own;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static Claims open(Path dropFolder) throws IOException {
        Path claimed = Files.createDirectories(dropFolder.resolve(FOLDER));
        String owner = UUID.randomUUID().toString();
        Path lockFile = claimed.resolve(owner + LOCK);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new IOException("a new lock is held by another process");
        }
        return new Claims(claimed, claimed.resolve(owner), lockFile, lock);
    }

    /** The path of the file as it is claimed; null where another process claimed it first. */
    Path claim(Path file, Path name) {
        Path claim = own.resolve(name);
        try {
            Files.createDirectories(claim.getParent());
            Files.move(file, claim, StandardCopyOption.ATOMIC_MOVE);
            return claim;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("a file cannot be moved out of the inbox", e);
        }
    }

    /** Path of a claimed file below the folder of claims: what it is called in the drop folder. */
    Path nameOf(Path claim) {
        return own.relativize(claim);
    }

    /** Whether any process has claimed a file of this name. */
    boolean isClaimed(Path name) {
        try (DirectoryStream<Path> owners = Files.newDirectoryStream(claimed, Files::isDirectory)) {
            for (Path owner : owners) {
                if (Files.exists(owner.resolve(name))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Claims what nobody owns any more, in the order of the names. */
    List<Path> adoptOrphans() throws IOException {
        List<Path> adopted = new ArrayList<>();
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(claimed, "*" + LOCK)) {
            for (Path other : locks) {
                if (!other.equals(lockFile)) {
                    adopt(other, adopted);
                }
            }
        }
        adopted.sort(null);
        return adopted;
    }

    private void adopt(Path otherLock, List<Path> adopted) throws IOException {
        try (FileChannel channel = FileChannel.open(otherLock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken == null) {
                return;
            }
            String name = otherLock.getFileName().toString();
            Path folder = claimed.resolve(name.substring(0, name.length() - LOCK.length()));
            for (Path file : files(folder)) {
                adopted.add(claim(file, folder.relativize(file)));
            }
            deleteEmpty(folder);
            Files.deleteIfExists(otherLock);
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            // Its owner, in this process or another, has just ended or lives on.
            return;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
    }

    private static void deleteEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    deleteUnlessUsed(path);
                }
            }
        }
    }

    private static void deleteUnlessUsed(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // A file that could not be put away: the next pass adopts it.
            return;
        }
    }

    /** Gives up the claims: files that were not put away are orphans from now on. */
    @Override
    public void close() throws IOException {
        deleteEmpty(own);
        if (!Files.exists(own)) {
            Files.deleteIfExists(lockFile);
        }
        lock.close();
    }
}

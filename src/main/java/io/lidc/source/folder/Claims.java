package io.lidc.source.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of a drop folder that one pass has claimed, in a folder of its own. Beside it are a lock, and notes of where files that cannot
 * be read will lie.
 */
final class Claims implements Closeable {
    static final String FOLDER = ".claimed";
    private static final String NOTES = ".unreadable";

    private final Path claimed;
    private final ClaimLock lock;
    private final Path own;

    private Claims(Path claimed, ClaimLock lock) {
        this.claimed = claimed;
        this.lock = lock;
        this.own = lock.folder();
    }

    static Claims open(Path dropFolder) throws IOException {
        Path claimed = Files.createDirectories(dropFolder.resolve(FOLDER)).toRealPath();
        return new Claims(claimed, ClaimLock.create(claimed));
    }

    /**
     * The path of the file as it is claimed; null where another process claimed it first.
     *
     * @param name its path in the drop folder, or the one that it is to have
     */
    Path claim(Path file, Path name) throws IOException {
        Path claim = own.resolve(name);
        Files.createDirectories(claim.getParent());
        try {
            Files.move(file, claim, StandardCopyOption.ATOMIC_MOVE);
            return claim;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Path of a claimed file below the folder of claims: what it is called in the drop folder. */
    Path nameOf(Path claim) {
        return own.relativize(claim);
    }

    /** Whether any process has claimed a file of this name. */
    boolean isClaimed(Path name) throws IOException {
        try (DirectoryStream<Path> owners = Files.newDirectoryStream(claimed, Files::isDirectory)) {
            for (Path owner : owners) {
                if (Files.exists(owner.resolve(name))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Notes where a file that cannot be read will lie: should this process end, its outcome is kept under that location. */
    void note(Path claim, Path place) throws IOException {
        Path note = notes(own).resolve(nameOf(claim));
        Files.createDirectories(note.getParent());
        Files.writeString(note, place.toUri().toString());
    }

    /** Where a file will lie, if that was noted; else null. */
    Path noted(Path claim) throws IOException {
        Path note = notes(own).resolve(nameOf(claim));
        return Files.exists(note) ? FileUri.path(Files.readString(note)) : null;
    }

    /** Says that a file has been put away. */
    void forget(Path claim) throws IOException {
        Files.deleteIfExists(notes(own).resolve(nameOf(claim)));
    }

    private static Path notes(Path owner) {
        return owner.resolveSibling(owner.getFileName() + NOTES);
    }

    /** Claims what nobody owns any more, in the order of the names. */
    List<Path> adoptOrphans() throws IOException {
        List<Path> adopted = new ArrayList<>();
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(claimed, ClaimLock::isLock)) {
            for (Path other : locks) {
                try (ClaimLock taken = ClaimLock.take(other)) {
                    if (taken != null) {
                        adopt(taken, adopted);
                    }
                }
            }
        }
        adopted.sort(null);
        return adopted;
    }

    /** A note goes before its file: a file without one would be found under another location. */
    private void adopt(ClaimLock orphans, List<Path> adopted) throws IOException {
        Path folder = orphans.folder();
        for (Path note : files(notes(folder))) {
            Path name = notes(folder).relativize(note);
            if (Files.exists(folder.resolve(name))) {
                note(own.resolve(name), FileUri.path(Files.readString(note)));
            }
        }
        for (Path file : files(folder)) {
            Path claim = claim(file, folder.relativize(file));
            if (claim != null) {
                adopted.add(claim);
            }
        }
        for (Path note : files(notes(folder))) {
            Files.delete(note);
        }
        deleteEmpty(notes(folder));
        deleteEmpty(folder);
        orphans.delete();
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
        try (lock) {
            deleteEmpty(own);
            if (!Files.exists(own)) {
                deleteEmpty(notes(own));
                lock.delete();
            }
        }
    }
}

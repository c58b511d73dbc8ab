package io.lidc.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/** A directory that holds a sample, or part of one, or nothing. */
final class SampleDirectory {
    private final Path root;

    private SampleDirectory(Path root) {
        this.root = root;
    }

    /**
     * Takes a directory for the sample, and makes it if need be.
     *
     * @param paths of the sample's files, relative, with slashes
     * @throws FileSystemException when it is no directory or has other files or folders in it
     */
    static SampleDirectory claim(Path directory, Set<String> paths) throws IOException {
        if (!Files.isDirectory(directory)) {
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(directory.toString(), null, "is not a directory");
            }
            Files.createDirectories(directory);
        }
        Path root = directory.toRealPath();
        if (!holdsOnly(root, paths)) {
            throw new FileSystemException(
                    directory.toString(), null, "holds something else than a sample; name an empty or a new directory");
        }
        return new SampleDirectory(root);
    }

    /** Writes a file; one that has these bytes already stays as it is, with its time. */
    void write(String path, byte... bytes) throws IOException {
        Path file = root.resolve(path);
        if (Files.isReadable(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return;
        }
        Files.createDirectories(file.getParent());
        // Written anew: the old one may be unreadable, or one of several names for the same file.
        Files.deleteIfExists(file);
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Writes a file and takes all permissions from it.
     *
     * @return false, and no file, where the file system has no permissions or does not heed them
     */
    boolean writeUnreadable(String path, byte... bytes) throws IOException {
        Path file = root.resolve(path);
        if (!Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.deleteIfExists(file);
            return false;
        }
        write(path, bytes);
        Files.setPosixFilePermissions(file, Set.of());
        if (!Files.getPosixFilePermissions(file).isEmpty()) {
            Files.delete(file);
            return false;
        }
        return true;
    }

    private static boolean holdsOnly(Path root, Set<String> paths) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            for (Iterator<Path> all = found.iterator(); all.hasNext(); ) {
                Path path = all.next();
                if (!path.equals(root) && !belongs(path, root.relativize(path), paths)) {
                    return false;
                }
            }
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean belongs(Path path, Path relative, Set<String> paths) {
        String name = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return paths.stream().anyMatch(own -> own.startsWith(name + "/"));
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && paths.contains(name);
    }
}

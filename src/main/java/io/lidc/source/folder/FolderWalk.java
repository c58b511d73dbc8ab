package io.lidc.source.folder;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/**
 * The files below a folder in the order of their names, one folder's names in memory at a time. Links are followed. A folder
 * that cannot be listed, a link to a folder that holds it and anything that is not a file are listed as unavailable objects.
 */
final class FolderWalk implements Iterator<ObjectReference> {
    private final Rules rules;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private ObjectReference next;

    /**
     * A folder that is open.
     *
     * @param key what the file system knows it by, to find loops; null where it has no such thing
     */
    private record Folder(String uri, Object key, Iterator<Path> entries) {}

    /** What is taken of a folder. */
    interface Rules {
        /** Everything. */
        Rules PLAIN = new Rules() {};

        default boolean takes(Path path, BasicFileAttributes attributes) {
            return true;
        }
    }

    FolderWalk(Path root) {
        this(root, Rules.PLAIN);
    }

    FolderWalk(Path root, Rules rules) {
        this.rules = rules;
        next = visit(root, root.toUri().toString());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !folders.isEmpty()) {
            Folder folder = folders.peek();
            if (folder.entries.hasNext()) {
                Path entry = folder.entries.next();
                next = visit(entry, folder.uri);
            } else {
                folders.pop();
            }
        }
        return next != null;
    }

    @Override
    public ObjectReference next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ObjectReference reference = next;
        next = null;
        return reference;
    }

    /** A reference for a file; null for a folder, which is entered. */
    private ObjectReference visit(Path path, String parentUri) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean link = attributes.isSymbolicLink();
            if (link) {
                attributes = Files.readAttributes(path, BasicFileAttributes.class);
            }
            if (attributes.isDirectory() && path.endsWith(FolderSource.INCOMPLETE)) {
                return null;
            }
            if (!folders.isEmpty() && !rules.takes(path, attributes)) {
                return null;
            }
            if (attributes.isDirectory()) {
                enter(path, attributes, link);
                return null;
            }
            return file(path, FileUri.of(parentUri, path), attributes);
        } catch (IOException e) {
            return ObjectReference.unavailable(FileUri.of(parentUri, path), e);
        }
    }

    private static ObjectReference file(Path path, String uri, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? ObjectReference.at(new Location(uri, attributes.size(), version(attributes)))
                : ObjectReference.unavailable(uri, new FileSystemException(path.toString(), null, "not a file"));
    }

    private void enter(Path path, BasicFileAttributes attributes, boolean link) throws IOException {
        if (link && attributes.fileKey() != null) {
            for (Folder open : folders) {
                if (attributes.fileKey().equals(open.key)) {
                    throw new FileSystemLoopException(path.toString());
                }
            }
        }
        folders.push(new Folder(FileUri.ofFolder(path), attributes.fileKey(), names(path)));
    }

    private static Iterator<Path> names(Path folder) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(names::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names.iterator();
    }

    static String version(BasicFileAttributes attributes) {
        FileTime modified = attributes.lastModifiedTime();
        return Long.toString(modified.to(TimeUnit.NANOSECONDS));
    }
}

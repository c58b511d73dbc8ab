package io.lidc.source.folder;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The files below a folder in the order of their names, one folder's names in memory at a time. Links are followed, those to folders
 * after everything else: each folder is entered once, by its own path where it lies below the root. A folder that cannot be listed, a
 * link to a folder that holds it and anything that is not a file are listed as unavailable objects.
 */
final class FolderWalk implements Iterator<ObjectReference> {
    private final Rules rules;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Set<Object> entered = new HashSet<>();
    private final Deque<Link> links = new ArrayDeque<>();
    private ObjectReference next;

    /**
     * A folder that is open.
     *
     * @param key what the file system knows it by
     */
    private record Folder(String uri, Object key, Iterator<Path> entries) {}

    /** A link to a folder, to be entered unless the folder was. */
    private record Link(Path path, String parentUri) {}

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
        Path parent = root.getParent();
        next = visit(root, (parent == null ? root : parent).toUri().toString(), true);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !(folders.isEmpty() && links.isEmpty())) {
            Folder folder = folders.peek();
            if (folder == null) {
                Link link = links.poll();
                next = visit(link.path, link.parentUri, true);
            } else if (folder.entries.hasNext()) {
                next = visit(folder.entries.next(), folder.uri, false);
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

    /**
     * A reference for a file; null for a folder, which is entered.
     *
     * @param entersLinks whether it is entered through a link, too
     */
    private ObjectReference visit(Path path, String parentUri, boolean entersLinks) {
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
            if (!attributes.isDirectory()) {
                return file(path, FileUri.of(parentUri, path), attributes);
            }
            Object key = key(path, attributes);
            if (link && !entersLinks) {
                checkIsNoLoop(path, key);
                links.add(new Link(path, parentUri));
            } else if (entered.add(key)) {
                folders.push(new Folder(FileUri.ofFolder(path), key, names(path)));
            }
            return null;
        } catch (IOException e) {
            return ObjectReference.unavailable(FileUri.of(parentUri, path), e);
        }
    }

    private static Object key(Path folder, BasicFileAttributes attributes) throws IOException {
        return attributes.fileKey() == null ? folder.toRealPath() : attributes.fileKey();
    }

    private static ObjectReference file(Path path, String uri, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                ? ObjectReference.at(new Location(uri, attributes.size(), version(attributes)))
                : ObjectReference.unavailable(uri, FileSource.notAFile());
    }

    private void checkIsNoLoop(Path link, Object key) throws FileSystemLoopException {
        for (Folder open : folders) {
            if (key.equals(open.key)) {
                throw new FileSystemLoopException(link.toString());
            }
        }
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

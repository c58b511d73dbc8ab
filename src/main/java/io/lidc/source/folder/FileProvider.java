package io.lidc.source.folder;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Presence;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.source.SourceProvider;
import io.lidc.source.Waiting;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Folders and files: {@code file:} URIs, and every path. To be asked last: any text may be a path. */
public final class FileProvider implements SourceProvider {

    @Override
    public boolean handles(String uri) {
        return true;
    }

    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        Path path = existing(uri);
        boolean inPlace = options.afterCommit() == AfterCommit.LEAVE
                && options.quietPeriod().isZero();
        return inPlace ? new FolderSource(path) : new InboxSource(path, options);
    }

    /** Of a folder that files leave. */
    @Override
    public Optional<Waiting> waiting(String uri, SourceOptions options) throws IOException {
        return options.afterCommit() == AfterCommit.LEAVE
                ? Optional.empty()
                : Optional.of(new InboxSource(existing(uri), options).waiting());
    }

    /** Whether a file is there; unknown for what is no {@code file:} URI. Costs one look at the file system. */
    public static Presence presence(String uri) {
        if (!uri.startsWith(FileUri.SCHEME)) {
            return Presence.UNKNOWN;
        }
        try {
            Path path = FileUri.path(uri);
            if (Files.exists(path)) {
                return Presence.PRESENT;
            }
            return Files.notExists(path) && !InboxSource.mayBeOnItsWay(path) ? Presence.GONE : Presence.UNKNOWN;
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Presence.UNKNOWN;
        }
    }

    private static Path existing(String uri) throws FileNotFoundException {
        try {
            Path path = uri.startsWith(FileUri.SCHEME) ? FileUri.path(uri) : Path.of(uri);
            if (Files.exists(path)) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            throw notFound("not a path: " + uri, e);
        }
        throw new FileNotFoundException("no such folder or file: " + uri);
    }

    private static FileNotFoundException notFound(String message, RuntimeException cause) {
        FileNotFoundException e = new FileNotFoundException(message);
        e.initCause(cause);
        return e;
    }

    @Override
    public ByteSource open(Location location) throws IOException {
        return open(location, null);
    }

    /** @param hint the path at which the file lies for now; null for the one of its location */
    @Override
    public ByteSource open(Location location, String hint) throws IOException {
        Path path = path(location.uri(), hint);
        return location.size() < 0 ? new FileSource(path) : new FileSource(path, location.size());
    }

    @Override
    public Iterator<ObjectReference> present(Location location) throws IOException {
        return new FolderSource(existing(location.uri())).list();
    }

    private static Path path(String uri, String hint) throws IOException {
        try {
            return hint == null ? FileUri.path(uri) : Path.of(hint);
        } catch (InvalidPathException e) {
            throw notFound("not a path", e);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw notFound("not a location of a file", e);
        }
    }
}

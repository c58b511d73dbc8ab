package io.lidc.source.folder;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Files of a drop folder, each claimed as it is listed: first those that a process claimed and did not live to put away, then those
 * in the folder. Files that another process claims first are passed over.
 */
final class ClaimedFiles implements Iterator<ObjectReference>, Closeable {
    private final FolderWalk walk;
    private final Path folder;
    private final Path target;
    private final Claims claims;
    private final Iterator<Path> orphans;
    private ObjectReference next;

    /**
     * @param target folder below which a file will lie after the commit, under the path that it had in the drop folder
     * @param orphans claimed already
     */
    ClaimedFiles(FolderWalk walk, Path folder, Path target, Claims claims, List<Path> orphans) {
        this.walk = walk;
        this.folder = folder;
        this.target = target;
        this.claims = claims;
        this.orphans = orphans.iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && orphans.hasNext()) {
            next = orphan(orphans.next());
        }
        while (next == null && walk.hasNext()) {
            next = claim(walk.next());
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

    private ObjectReference orphan(Path claim) {
        Path place = target.resolve(claims.nameOf(claim));
        try {
            Path noted = claims.noted(claim);
            return reference(claim, noted == null ? place : noted);
        } catch (IOException e) {
            return ObjectReference.unavailable(place.toUri().toString(), e);
        }
    }

    /** Null where another process was faster. What cannot be read at all, or not be moved, stays where it is. */
    private ObjectReference claim(ObjectReference found) {
        Path file = FileUri.path(found.location().uri());
        if (found.content() instanceof ObjectReference.Unavailable) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? found : null;
        }
        try {
            Path name = unused(folder.relativize(file), found.location().version());
            Path claim = claims.claim(file, name);
            return claim == null ? null : reference(claim, target.resolve(name));
        } catch (IOException e) {
            return ObjectReference.unavailable(
                    found.location(),
                    new SourceException(
                            SourceError.NOT_CLAIMED, "it cannot be moved out of the inbox, and was not read", e));
        }
    }

    /** Where the name was used before, both files are kept. A file is claimed before it is in its place: asked for in this order. */
    private Path unused(Path name, String version) throws IOException {
        boolean used = claims.isClaimed(name) || !target.equals(folder) && Files.exists(target.resolve(name));
        return used ? name.resolveSibling(name.getFileName() + "." + version) : name;
    }

    /** The state of the file counts that was claimed: it may have been written to since it was listed. */
    private static ObjectReference reference(Path claim, Path place) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(claim, BasicFileAttributes.class);
            Location location =
                    new Location(place.toUri().toString(), attributes.size(), FolderWalk.version(attributes));
            return ObjectReference.at(location, claim.toString());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }
}

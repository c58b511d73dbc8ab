package io.lidc.source.folder;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
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

    /** @param target folder below which a file will lie after the commit, under the path that it had in the drop folder */
    ClaimedFiles(FolderWalk walk, Path folder, Path target) {
        this.walk = walk;
        this.folder = folder;
        this.target = target;
        try {
            claims = Claims.open(folder);
            orphans = claims.adoptOrphans().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be written to", e);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && orphans.hasNext()) {
            next = claimed(orphans.next());
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

    /** Null where another process was faster. What cannot be read at all stays where it is. */
    private ObjectReference claim(ObjectReference found) {
        if (found.content() instanceof ObjectReference.Unavailable) {
            return found;
        }
        Path file = FileUri.path(found.location().uri());
        Path name = folder.relativize(file);
        return claimed(claims.claim(file, unused(name, found.location().version())));
    }

    /** Where the name was used before, both files are kept. */
    private Path unused(Path name, String version) {
        boolean used = !target.equals(folder) && Files.exists(target.resolve(name)) || claims.isClaimed(name);
        return used ? name.resolveSibling(name.getFileName() + "." + version) : name;
    }

    /** The state of the file counts that was claimed: it may have been written to since it was listed. */
    private ObjectReference claimed(Path claim) {
        if (claim == null) {
            return null;
        }
        Path place = target.resolve(claims.nameOf(claim));
        try {
            BasicFileAttributes attributes = Files.readAttributes(claim, BasicFileAttributes.class);
            Location location =
                    new Location(place.toUri().toString(), attributes.size(), FolderWalk.version(attributes));
            return ObjectReference.at(location, claim.toString());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            return ObjectReference.unavailable(place.toUri().toString(), e);
        }
    }

    @Override
    public void close() throws IOException {
        claims.close();
    }
}

package io.lidc.source;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference.Acknowledgement;
import io.lidc.source.ObjectReference.Verdict;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Iterator;

/**
 * A drop folder: files leave it once their outcome is in the database. Files that changed a moment ago may still be being
 * written and are left for the next pass; names that begin with a dot are nobody's business. A file that was read and not
 * yet moved when the process died is found again, UNCHANGED, and moved then.
 *
 * <p>Camel's {@code file:} consumer makes one exchange of each file and moves it when that exchange ends; a chunk of files
 * that is committed at once would be gathered by an aggregator, whose incoming exchanges end, and whose files would move,
 * before the commit.
 *
 * @param quiet how long a file must not have changed before it is taken
 * @param deadLetters where files that can't be read go, beside their records
 */
public record InboxSource(Path folder, Duration quiet, AfterCommit afterCommit, Path deadLetters) implements Source {
    private static final String DONE = ".done";

    /** What becomes of a file whose outcome is in the database. */
    public enum AfterCommit {
        /** To {@code .done} in the inbox. */
        MOVE,
        /** It is deleted. */
        DELETE,
        /** It stays; the next pass finds it UNCHANGED. */
        LEAVE
    }

    /** Keeps absolute paths. */
    public InboxSource {
        folder = folder.toAbsolutePath().normalize();
        deadLetters = deadLetters.toAbsolutePath().normalize();
    }

    @Override
    public String uri() {
        return folder.toUri().toString();
    }

    @Override
    public Iterator<ObjectReference> list() {
        long now = System.currentTimeMillis();
        return new FolderWalk(folder, new FolderWalk.Rules() {
            @Override
            public boolean takes(Path path, BasicFileAttributes attributes) {
                boolean hidden = path.getFileName().toString().startsWith(".");
                return !hidden && !path.equals(deadLetters) && (attributes.isDirectory() || isQuiet(attributes, now));
            }

            @Override
            public Acknowledgement acknowledgement(Path file, Location location) {
                return verdict -> putAway(file, location, verdict);
            }
        });
    }

    /** The distance counts: a clock that goes ahead must not hold a file for ever. */
    private boolean isQuiet(BasicFileAttributes attributes, long now) {
        return Math.abs(now - attributes.lastModifiedTime().toMillis()) >= quiet.toMillis();
    }

    private void putAway(Path file, Location location, Verdict verdict) throws IOException {
        if (afterCommit == AfterCommit.LEAVE || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (!verdict.readable()) {
                Path letters = Files.createDirectories(deadLetters.resolve(verdict.runId()));
                Files.move(file, letters.resolve(location.deadLetterName()), StandardCopyOption.REPLACE_EXISTING);
            } else if (afterCommit == AfterCommit.DELETE) {
                Files.delete(file);
            } else {
                moveToDone(file);
            }
        } catch (NoSuchFileException e) {
            // Its outcome stands. Whoever took it away has emptied the inbox of it.
            return;
        }
    }

    private void moveToDone(Path file) throws IOException {
        Path target = folder.resolve(DONE).resolve(folder.relativize(file));
        Files.createDirectories(target.getParent());
        try {
            Files.move(file, target);
        } catch (FileAlreadyExistsException e) {
            // The name was used before: both files are kept.
            Files.move(file, target.resolveSibling(target.getFileName() + "." + System.nanoTime()));
        }
    }
}

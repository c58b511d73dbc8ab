package io.lidc.source.folder;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.source.Verdict;
import io.lidc.source.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A drop folder: files leave it once their outcome is in the database. Files that changed a moment ago may still be being
 * written and are left for the next pass; names that start with a dot are ignored.
 *
 * <p>A file is claimed before it is read: renamed into a folder of this process, which no other process that polls the inbox
 * enters. Its location is the place it will have after the commit. A process that dies leaves its claims to the next pass, which
 * finds them under the same locations.
 *
 * <p>Camel's {@code file:} consumer makes one exchange of each file and moves it when that exchange ends; files of a chunk that
 * is committed as a whole would be gathered by an aggregator, whose incoming exchanges end before the commit.
 */
final class InboxSource implements Source {
    private static final String DONE = ".done";

    private final Path folder;
    private final SourceOptions options;
    private final Path deadLetters;
    /** Null until files are listed that leave the folder. */
    private volatile Claims claims;

    InboxSource(Path folder, SourceOptions options) {
        this.folder = folder.toAbsolutePath().normalize();
        this.options = options;
        this.deadLetters = options.deadLetters() == null
                ? null
                : options.deadLetters().toAbsolutePath().normalize();
    }

    /** Whether a file is to come to this place of an inbox in which claims are open: from the commit until it is put away. */
    static boolean mayBeOnItsWay(Path place) {
        for (Path folder = place.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(DONE)) {
                return Files.isDirectory(folder.resolveSibling(Claims.FOLDER));
            }
        }
        return false;
    }

    @Override
    public String uri() {
        return folder.toUri().toString();
    }

    @Override
    public Iterator<ObjectReference> list() {
        long now = System.currentTimeMillis();
        FolderWalk walk = walk(attributes -> isQuiet(attributes, now));
        return options.afterCommit() == AfterCommit.LEAVE ? walk : claimed(walk);
    }

    /** What lies in the folder and is not claimed, also what may still be being written. */
    Waiting waiting() {
        long count = 0;
        long oldest = Long.MAX_VALUE;
        FolderWalk files = walk(attributes -> true);
        while (files.hasNext()) {
            ObjectReference file = files.next();
            count++;
            if (!(file.content() instanceof ObjectReference.Unavailable)) {
                oldest = Math.min(oldest, Long.parseLong(file.location().version()));
            }
        }
        Optional<Instant> since =
                oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(0, oldest));
        return new Waiting(count, true, since);
    }

    private FolderWalk walk(Predicate<BasicFileAttributes> takenFiles) {
        return new FolderWalk(folder, new FolderWalk.Rules() {
            @Override
            public boolean takes(Path path, BasicFileAttributes attributes) {
                boolean hidden = path.getFileName().toString().startsWith(".");
                return !hidden
                        && !path.equals(deadLetters)
                        && (attributes.isDirectory() || takenFiles.test(attributes));
            }
        });
    }

    private Iterator<ObjectReference> claimed(FolderWalk walk) {
        try {
            claims = Claims.open(folder);
            return new ClaimedFiles(walk, folder, target(), claims, orphans(claims));
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be written to", e);
        }
    }

    private static List<Path> orphans(Claims claims) throws IOException {
        try {
            return claims.adoptOrphans();
        } catch (IOException e) {
            claims.close();
            throw e;
        }
    }

    /** The distance counts: a clock that goes ahead must not hold a file for ever. */
    private boolean isQuiet(BasicFileAttributes attributes, long now) {
        return Math.abs(now - attributes.lastModifiedTime().toMillis())
                >= options.quietPeriod().toMillis();
    }

    private Path target() {
        return options.afterCommit() == AfterCommit.MOVE ? folder.resolve(DONE) : folder;
    }

    @Override
    public void acknowledge(ObjectReference object, Verdict verdict) throws IOException {
        if (object.hint() == null) {
            return;
        }
        Path claimed = Path.of(object.hint());
        try {
            if (!verdict.readable() && deadLetters != null) {
                move(claimed, placeOfUnreadable(object, verdict.runId()), StandardCopyOption.REPLACE_EXISTING);
            } else if (options.afterCommit() == AfterCommit.DELETE) {
                Files.delete(claimed);
            } else {
                move(claimed, FileUri.path(object.location().uri()));
            }
            claims.forget(claimed);
        } catch (NoSuchFileException e) {
            // Its outcome stands. Whoever took it away has emptied the inbox of it.
            return;
        }
    }

    @Override
    public String uriOfUnreadable(ObjectReference object, String runId) {
        if (object.hint() == null || deadLetters == null) {
            return object.location().uri();
        }
        try {
            Path place = placeOfUnreadable(object, runId);
            claims.note(Path.of(object.hint()), place);
            return place.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be written to", e);
        }
    }

    /** The one that an earlier run noted, if it ended before the file was put away. */
    private Path placeOfUnreadable(ObjectReference object, String runId) throws IOException {
        Path noted = claims.noted(Path.of(object.hint()));
        return noted == null
                ? deadLetters.resolve(runId).resolve(object.location().deadLetterName())
                : noted;
    }

    private static void move(Path claimed, Path target, StandardCopyOption... options) throws IOException {
        if (!Files.exists(claimed, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.move(claimed, target, options);
    }
}

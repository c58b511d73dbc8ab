package io.lidc.ingest.replay;

import io.lidc.source.ObjectReference;
import io.lidc.source.SourceOptions;
import io.lidc.source.archive.ArchiveProvider;
import io.lidc.store.FailedObject;
import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Failed objects in their present state. Entries of one archive are found in one pass over it. */
final class ReplayListing implements Iterator<ObjectReference>, Closeable {
    private static final int MAX_ENTRIES = 10_000;

    private final FailedPages failed;
    private final Replayed replayed;
    private final ReplaySource source;
    private final KeptCopies copies;
    private Iterator<ObjectReference> objects = Collections.emptyIterator();

    ReplayListing(FailedPages failed, Replayed replayed, ReplaySource source) {
        this.failed = failed;
        this.replayed = replayed;
        this.source = source;
        this.copies = new KeptCopies(replayed);
    }

    @Override
    public boolean hasNext() {
        while (!objects.hasNext() && failed.hasNext()) {
            objects = next(failed.next());
        }
        return objects.hasNext();
    }

    @Override
    public ObjectReference next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return objects.next();
    }

    private Iterator<ObjectReference> next(FailedObject object) {
        String uri = object.location().uri();
        String archive = ArchiveProvider.outermostArchive(uri);
        return archive.equals(uri) ? plain(object) : entries(archive, object);
    }

    /** The object, or what a folder holds that could not be listed: the last one of them settles the folder. */
    private Iterator<ObjectReference> plain(FailedObject object) {
        try {
            Iterator<ObjectReference> present = replayed.sources().present(object.location());
            if (present.hasNext()) {
                return new Settling(present, object, source, copies);
            }
            replayed.failed().forget(object);
            return Collections.emptyIterator();
        } catch (IOException e) {
            source.settles(object.location().uri(), object);
            return Collections.singleton(copies.inPlaceOf(object, ObjectReference.unavailable(object.location(), e)))
                    .iterator();
        } catch (SQLException e) {
            throw ReplaySource.unchecked(e);
        }
    }

    private Iterator<ObjectReference> entries(String archive, FailedObject first) {
        Map<String, FailedObject> wanted = new LinkedHashMap<>();
        wanted.put(first.location().uri(), first);
        while (wanted.size() < MAX_ENTRIES && isEntry(archive, failed.peek())) {
            FailedObject object = failed.next();
            wanted.put(object.location().uri(), object);
        }
        try {
            if (replayed.failed().contains(source.request(), archive)) {
                // The archive itself is read again, with all that it holds.
                return Collections.emptyIterator();
            }
            Iterator<ObjectReference> listed =
                    replayed.sources().list(archive, SourceOptions.DEFAULT).list();
            return new WantedEntries(listed, wanted, source, copies, null);
        } catch (IOException e) {
            return new WantedEntries(Collections.emptyIterator(), wanted, source, copies, e);
        } catch (SQLException e) {
            throw ReplaySource.unchecked(e);
        }
    }

    private static boolean isEntry(String archive, FailedObject object) {
        return object != null
                && !object.location().uri().equals(archive)
                && ArchiveProvider.outermostArchive(object.location().uri()).equals(archive);
    }

    @Override
    public void close() throws IOException {
        if (objects instanceof Closeable closeable) {
            closeable.close();
        }
    }
}

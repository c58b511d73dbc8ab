package io.lidc.source.archive;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SharedAcknowledgement;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Objects with the entries of each archive in its place. An archive that can't be read on ends with itself as an object. */
final class Expansion implements Iterator<ObjectReference>, Closeable {
    private static final int DEEPEST = 2;

    private final Iterator<ObjectReference> objects;
    private final Archives archives;
    private final Deque<OpenArchive> open = new ArrayDeque<>();
    private Budget budget;
    private SharedAcknowledgement receipt;
    private ObjectReference next;

    private record OpenArchive(Location location, EntryList entries) {}

    Expansion(Iterator<ObjectReference> objects, Archives archives) {
        this.objects = objects;
        this.archives = archives;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (!open.isEmpty() || objects.hasNext())) {
            next = open.isEmpty() ? begin(objects.next()) : advance(open.peek());
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

    /** The object itself; null for an archive that is open now. */
    private ObjectReference begin(ObjectReference object) {
        ArchiveFormat format = ArchiveFormat.of(object.location().uri());
        return format == null ? object : enter(object, format);
    }

    /** Null where the archive is open now; otherwise the archive itself, which can't be opened. */
    private ObjectReference enter(ObjectReference archive, ArchiveFormat format) {
        budget = archives.budget();
        receipt = new SharedAcknowledgement(archive.acknowledgement());
        try {
            open.push(new OpenArchive(archive.location(), archives.open(archive, format, budget)));
            return null;
        } catch (IOException | RuntimeException e) {
            ObjectReference failed = failed(archive.location(), e);
            listed();
            return failed;
        }
    }

    /** The next object of an archive; null where it has none, or holds an archive that is open now. */
    private ObjectReference advance(OpenArchive archive) {
        try {
            Found found = archive.entries.next();
            if (found == null) {
                leave();
                return null;
            }
            return found instanceof Found.Nested nested
                    ? descend(nested)
                    : receipt.covering(((Found.Entry) found).reference());
        } catch (IOException | RuntimeException e) {
            ObjectReference failed = failed(archive.location, e);
            leave();
            return failed;
        }
    }

    private ObjectReference descend(Found.Nested nested) {
        try {
            if (open.size() == DEEPEST) {
                throw Archives.tooDeep();
            }
            open.push(new OpenArchive(nested.location(), archives.open(nested, budget)));
            return null;
        } catch (IOException | RuntimeException e) {
            return failed(nested.location(), e);
        }
    }

    private ObjectReference failed(Location location, Exception e) {
        return receipt.covering(ObjectReference.unavailable(location, ArchiveFailure.of(e)));
    }

    private void leave() {
        try {
            open.pop().entries.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (open.isEmpty()) {
                listed();
            }
        }
    }

    private void listed() {
        try {
            receipt.listed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().entries.close();
        }
        if (objects instanceof Closeable closeable) {
            closeable.close();
        }
    }
}

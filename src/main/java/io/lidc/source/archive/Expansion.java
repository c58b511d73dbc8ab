package io.lidc.source.archive;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.archive.ExpandedSource.Receipt;
import io.lidc.source.archive.entry.ArchiveFailure;
import io.lidc.source.archive.entry.ArchiveFormat;
import io.lidc.source.archive.entry.Budget;
import io.lidc.source.archive.entry.EntryList;
import io.lidc.source.archive.entry.EntryNames;
import io.lidc.source.archive.entry.Found;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Objects with the entries of each archive in its place. An archive that cannot be read on ends with itself as an object. */
final class Expansion implements Iterator<ObjectReference>, Closeable {
    private static final int MAX_DEPTH = 2;

    private final Iterator<ObjectReference> objects;
    private final Archives archives;
    private final ExpandedSource source;
    private final Deque<OpenArchive> open = new ArrayDeque<>();
    private Budget budget;
    private Receipt receipt;
    private ObjectReference next;

    private record OpenArchive(Location location, EntryList entries) {}

    Expansion(Iterator<ObjectReference> objects, Archives archives, ExpandedSource source) {
        this.objects = objects;
        this.archives = archives;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (!open.isEmpty() || objects.hasNext())) {
            next = open.isEmpty() ? enter(objects.next()) : advance(open.peek());
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
    private ObjectReference enter(ObjectReference object) {
        boolean isArchive = ArchiveFormat.of(object.location().uri()) != null
                && !EntryNames.isEntry(object.location().uri());
        if (!isArchive) {
            return object;
        }
        budget = archives.budget();
        receipt = source.receipt(object);
        try {
            EntryList entries = archives.open(object, () -> source.open(object), budget, null);
            open.push(new OpenArchive(object.location(), entries));
            return null;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            ObjectReference failed = failed(object.location(), e);
            listed();
            return failed;
        }
    }

    /** The next object of an archive; null where it has none, or holds an archive that is open now. */
    private ObjectReference advance(OpenArchive archive) {
        try {
            Found found = archive.entries.next();
            if (found instanceof Found.Nested nested) {
                return descend(nested);
            }
            if (found instanceof Found.Entry entry) {
                return covered(entry.reference());
            }
            leave();
            return null;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            ObjectReference failed = failed(archive.location, e);
            leave();
            return failed;
        }
    }

    private ObjectReference descend(Found.Nested nested) {
        try {
            if (open.size() == MAX_DEPTH) {
                throw Archives.tooDeep();
            }
            open.push(new OpenArchive(nested.location(), archives.open(nested, budget, null)));
            return null;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return failed(nested.location(), e);
        }
    }

    private ObjectReference failed(Location location, Throwable e) {
        return covered(ObjectReference.unavailable(location, ArchiveFailure.of(e)));
    }

    private ObjectReference covered(ObjectReference object) {
        receipt.entries().cover();
        return object;
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
            source.listed(receipt);
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

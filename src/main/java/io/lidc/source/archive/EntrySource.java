package io.lidc.source.archive;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.Traffic;
import io.lidc.source.archive.entry.EntryNames;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One entry of an archive, by its location, or what it holds where it is an archive itself. An entry that is gone is listed as
 * unavailable.
 *
 * @param archive the archive with its entries in its place
 */
record EntrySource(String uri, Source archive) implements Source {

    @Override
    public boolean isRemote() {
        return archive.isRemote();
    }

    @Override
    public Traffic traffic() {
        return archive.traffic();
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new Wanted(archive.list());
    }

    private final class Wanted implements Iterator<ObjectReference>, Closeable {
        private final Iterator<ObjectReference> objects;
        private ObjectReference next;
        private boolean found;

        Wanted(Iterator<ObjectReference> objects) {
            this.objects = objects;
        }

        @Override
        public boolean hasNext() {
            while (next == null && objects.hasNext()) {
                ObjectReference object = objects.next();
                String other = object.location().uri();
                // A broken archive ends with itself: the reason why the entry was not found.
                boolean wanted =
                        other.equals(uri) || other.startsWith(uri + "!/") || !EntryNames.isEntry(other) && !found;
                next = wanted ? object : null;
                found |= wanted;
            }
            if (next == null && !found) {
                found = true;
                next = ObjectReference.unavailable(uri, Archives.noEntry());
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

        @Override
        public void close() throws IOException {
            if (objects instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }
}

package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The objects of several sources, one source after the other. */
final class Listing implements Iterator<ObjectReference>, Closeable {
    private final Iterator<Source> remaining;
    private Iterator<ObjectReference> current = Collections.emptyIterator();

    Listing(List<Source> sources) {
        remaining = sources.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && remaining.hasNext()) {
            current = remaining.next().list();
        }
        return current.hasNext();
    }

    @Override
    public ObjectReference next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void close() throws IOException {
        if (current instanceof Closeable closeable) {
            closeable.close();
        }
    }
}

package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Cuts a listing into chunks while it goes on. (Camel's {@code collate}, in 4.18.0, gives lists of lists from its second
 * evaluation in a process on.)
 */
final class ChunkIterator implements Iterator<List<ObjectReference>> {
    private final Iterator<ObjectReference> references;
    private final int size;

    ChunkIterator(Iterator<ObjectReference> references, int size) {
        this.references = references;
        this.size = size;
    }

    @Override
    public boolean hasNext() {
        return references.hasNext();
    }

    @Override
    public List<ObjectReference> next() {
        if (!references.hasNext()) {
            throw new NoSuchElementException();
        }
        List<ObjectReference> chunk = new ArrayList<>(size);
        while (chunk.size() < size && references.hasNext()) {
            chunk.add(references.next());
        }
        return chunk;
    }
}

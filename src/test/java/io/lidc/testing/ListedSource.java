package io.lidc.testing;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.util.Iterator;
import java.util.List;

/** Objects that are there already. */
public record ListedSource(String uri, List<ObjectReference> objects) implements Source {

    @Override
    public Iterator<ObjectReference> list() {
        return objects.iterator();
    }
}

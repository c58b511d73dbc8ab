package io.lidc.source.archive;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.Traffic;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** A source whose archives are read as if they were folders. */
public record ExpandedSource(Source objects, Archives archives) implements Source {

    @Override
    public String uri() {
        return objects.uri();
    }

    @Override
    public Iterator<ObjectReference> list() {
        return archives.expand(objects.list());
    }

    @Override
    public boolean isRemote() {
        return objects.isRemote();
    }

    @Override
    public Traffic traffic() {
        return objects.traffic();
    }

    /**
     * Unknown where there is an archive, since counting its entries may take as long as reading them, and over a network,
     * where a listing costs, and that of a queue takes its messages.
     */
    @Override
    public OptionalLong count(BooleanSupplier wanted) {
        if (isRemote()) {
            return OptionalLong.empty();
        }
        Iterator<ObjectReference> listed = objects.list();
        long count = 0;
        while (listed.hasNext()) {
            if (!wanted.getAsBoolean()
                    || Archives.isArchive(listed.next().location().uri())) {
                return OptionalLong.empty();
            }
            count++;
        }
        return OptionalLong.of(count);
    }
}

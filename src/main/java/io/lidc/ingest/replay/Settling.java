package io.lidc.ingest.replay;

import io.lidc.source.ObjectReference;
import io.lidc.store.FailedObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** What lies at the location of a failed object by now. The last of it settles the failure. */
final class Settling implements Iterator<ObjectReference>, Closeable {
    private final Iterator<ObjectReference> present;
    private final FailedObject former;
    private final ReplaySource source;
    private final KeptCopies copies;

    Settling(Iterator<ObjectReference> present, FailedObject former, ReplaySource source, KeptCopies copies) {
        this.present = present;
        this.former = former;
        this.source = source;
        this.copies = copies;
    }

    @Override
    public boolean hasNext() {
        return present.hasNext();
    }

    @Override
    public ObjectReference next() {
        ObjectReference object = present.next();
        String uri = object.location().uri();
        if (!present.hasNext()) {
            source.settles(uri, former);
        }
        return uri.equals(former.location().uri()) ? copies.inPlaceOf(former, object) : object;
    }

    @Override
    public void close() throws IOException {
        if (present instanceof Closeable closeable) {
            closeable.close();
        }
    }
}

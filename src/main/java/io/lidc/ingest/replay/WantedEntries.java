package io.lidc.ingest.replay;

import io.lidc.source.ObjectReference;
import io.lidc.source.ObjectReference.Unavailable;
import io.lidc.source.archive.Archives;
import io.lidc.store.FailedObject;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Those entries of an archive that failed. One that the archive does not list is unavailable, for the reason that ended the listing. */
final class WantedEntries implements Iterator<ObjectReference>, Closeable {
    private final Iterator<ObjectReference> listed;
    private final Map<String, FailedObject> wanted;
    private final ReplaySource source;
    private final KeptCopies copies;
    private IOException reason;
    private String entered = "";
    private ObjectReference next;

    /**
     * @param wanted by their URIs; those that were listed are taken out
     * @param reason why the archive lists nothing; null where it does
     */
    WantedEntries(
            Iterator<ObjectReference> listed,
            Map<String, FailedObject> wanted,
            ReplaySource source,
            KeptCopies copies,
            IOException reason) {
        this.listed = listed;
        this.wanted = wanted;
        this.source = source;
        this.copies = copies;
        this.reason = reason;
    }

    @Override
    public boolean hasNext() {
        while (next == null && listed.hasNext()) {
            next = entry(listed.next());
        }
        if (next == null && !wanted.isEmpty()) {
            next = unlisted(wanted.keySet().iterator().next());
        }
        return next != null;
    }

    /** Null for one that did not fail. */
    private ObjectReference entry(ObjectReference object) {
        String uri = object.location().uri();
        FailedObject former = wanted.remove(uri);
        if (former != null) {
            source.settles(uri, former);
            return object;
        }
        if (object.content() instanceof Unavailable unavailable) {
            reason = unavailable.reason();
            return null;
        }
        return nested(object);
    }

    /** An archive within the archive, which was broken and lists its entries now: the first one settles it. */
    private ObjectReference nested(ObjectReference object) {
        String uri = object.location().uri();
        int end = uri.lastIndexOf("!/");
        String container = end < 0 ? "" : uri.substring(0, end);
        if (!Archives.isArchive(container) || !wanted.containsKey(container) && !entered.equals(container)) {
            return null;
        }
        FailedObject former = wanted.remove(container);
        if (former != null) {
            entered = container;
            source.settles(uri, former);
        }
        return object;
    }

    private ObjectReference unlisted(String uri) {
        FailedObject former = wanted.remove(uri);
        source.settles(uri, former);
        IOException why = reason == null ? Archives.noEntry() : reason;
        return copies.inPlaceOf(former, ObjectReference.unavailable(former.location(), why));
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
        if (listed instanceof Closeable closeable) {
            closeable.close();
        }
    }
}

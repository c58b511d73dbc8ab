package io.lidc.ingest.replay;

import io.lidc.model.ReplayRequest;
import io.lidc.store.FailedObject;
import io.lidc.store.FailedObjects;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The failed objects of a request, page by page: between pages the connection serves those who store. */
final class FailedPages implements Iterator<FailedObject> {
    private static final int SIZE = 5_000;

    private final FailedObjects failed;
    private final ReplayRequest request;
    private List<FailedObject> page = List.of();
    private int next;
    private boolean last;

    FailedPages(FailedObjects failed, ReplayRequest request) {
        this.failed = failed;
        this.request = request;
    }

    @Override
    public boolean hasNext() {
        if (next == page.size() && !last) {
            String after = page.isEmpty() ? null : page.get(next - 1).location().uri();
            try {
                page = failed.page(request, after, SIZE);
            } catch (SQLException e) {
                throw ReplaySource.unchecked(e);
            }
            next = 0;
            last = page.size() < SIZE;
        }
        return next < page.size();
    }

    @Override
    public FailedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(next++);
    }

    /** The next one, which stays. */
    FailedObject peek() {
        return hasNext() ? page.get(next) : null;
    }
}

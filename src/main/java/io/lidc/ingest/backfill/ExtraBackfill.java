package io.lidc.ingest.backfill;

import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.StoredExtra;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.store.ExtraRows;
import io.lidc.store.ExtraRows.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Fills the column {@code extra} of instances that were stored before an attribute was asked for. What holds the attribute already is
 * not read; what is read again stays as it is where its header has changed since.
 */
public final class ExtraBackfill {
    private final ExtraRows rows;
    private final ExtraAttributes wanted;
    private final Function<Location, Extraction> reader;
    private final BackfillTotals totals = new BackfillTotals();

    /**
     * @param wanted what {@code extra} is to hold
     * @param reader reads an object as it lies there now, and throws nothing
     */
    public ExtraBackfill(ExtraRows rows, ExtraAttributes wanted, Function<Location, Extraction> reader) {
        this.rows = rows;
        this.wanted = wanted;
        this.reader = reader;
    }

    /** What it has come to so far. */
    public BackfillTotals totals() {
        return totals;
    }

    /**
     * Passes over all rows, or over those that are left of a pass that was cut off.
     *
     * @param again whether rows are passed over of which an earlier pass has said that they are complete
     * @param pageSize rows of a transaction
     * @param readers read the objects of a page
     * @param stop asked before each page
     * @return false where it was stopped
     */
    public boolean execute(boolean again, int pageSize, ExecutorService readers, BooleanSupplier stop)
            throws SQLException, InterruptedException {
        String fingerprint = wanted.fingerprint();
        Optional<String> start = again ? Optional.of("") : rows.start(fingerprint);
        if (start.isEmpty() || wanted.isEmpty()) {
            return true;
        }
        String after = start.get();
        totals.resumedAfter(after);
        List<Row> page = rows.page(after, pageSize);
        while (!page.isEmpty()) {
            if (stop.getAsBoolean()) {
                return false;
            }
            after = page.get(page.size() - 1).sopInstanceUid();
            List<Row> completed = complete(page, readers);
            totals.filled(rows.write(completed, fingerprint, after));
            totals.passed(page.size());
            page = rows.page(after, pageSize);
        }
        rows.end(fingerprint, totals.failures() == 0);
        return true;
    }

    private List<Row> complete(List<Row> page, ExecutorService readers) throws InterruptedException {
        List<Future<Optional<Row>>> reads = new ArrayList<>();
        for (Row row : page) {
            if (wanted.areMissingFrom(StoredExtra.of(row.extra()).tags())) {
                reads.add(readers.submit(() -> completed(row)));
            }
        }
        List<Row> completed = new ArrayList<>();
        for (Future<Optional<Row>> read : reads) {
            result(read).ifPresent(completed::add);
        }
        return completed;
    }

    /** Nothing where there is no more to be had of the object. */
    private Optional<Row> completed(Row row) {
        totals.read();
        Extraction extraction = reader.apply(row.location());
        if (extraction instanceof Extraction.Unreadable unreadable) {
            String code = unreadable.errorCode() == null ? unreadable.outcome().name() : unreadable.errorCode();
            totals.failed(row.location(), code + ": " + unreadable.message());
            return Optional.empty();
        }
        if (!(extraction instanceof Extraction.Read read)) {
            return Optional.empty();
        }
        if (!read.metadata().instance().headerDigest().equals(row.headerDigest())) {
            totals.failed(row.location(), "its header has changed since it was stored: ingest it again");
            return Optional.empty();
        }
        StoredExtra before = StoredExtra.of(row.extra());
        StoredExtra now = StoredExtra.of(read.metadata().instance().extra());
        return before.tags().containsAll(now.tags())
                ? Optional.empty()
                : Optional.of(row.with(before.completedBy(now)));
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

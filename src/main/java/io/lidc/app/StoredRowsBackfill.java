package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.backfill.BackfillTotals;
import io.lidc.ingest.backfill.ExtraBackfill;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.store.ExtraRows;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The attributes of config/attributes.yaml, for instances that were stored before they were named. */
public final class StoredRowsBackfill implements AutoCloseable {
    private final Settings settings;
    private final Pipeline pipeline;
    private final ExtraRows rows;
    private final ExtraBackfill backfill;

    /**
     * Starts what reads objects.
     *
     * @throws UsageException when the rows are de-identified in another way than the settings say
     */
    public StoredRowsBackfill(Settings settings, DataSource dataSource) throws UsageException {
        PrivacyCheck.check(settings, dataSource);
        this.settings = settings;
        ExtraAttributes wanted = ExtraAttributes.load(
                settings.home().resolve("config/attributes.yaml").toString());
        rows = new ExtraRows(dataSource, PrivacyKeys.deidentification(settings).state());
        pipeline = Pipeline.start(settings, dataSource);
        backfill = new ExtraBackfill(rows, wanted, pipeline.reader());
    }

    /** How many rows there are. */
    public long count() throws SQLException {
        return rows.count();
    }

    /** What it has come to so far. */
    public BackfillTotals totals() {
        return backfill.totals();
    }

    /**
     * Passes over the rows; goes on where it was cut off.
     *
     * @param again whether rows are passed over that an earlier pass has completed
     * @return false where it was stopped
     */
    public boolean execute(boolean again, BooleanSupplier stop) throws SQLException, InterruptedException {
        ExecutorService readers = Executors.newFixedThreadPool(settings.get(IngestKeys.READERS));
        try {
            return backfill.execute(again, settings.get(IngestKeys.CHUNK_SIZE), readers, stop);
        } finally {
            readers.shutdownNow();
        }
    }

    @Override
    public void close() {
        pipeline.close();
    }
}

package io.lidc.ingest;

import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import org.apache.camel.ExchangeProperty;

/** Puts the begin and the end of runs on record. */
public final class RunLog {
    private final MetadataStore store;

    /** Over a store whose schema is in place. */
    public RunLog(MetadataStore store) {
        this.store = store;
    }

    /** Before the first object. */
    public void begin(@ExchangeProperty("run") IngestRun run) throws SQLException {
        store.begin(run.id(), run.sourceUris());
    }

    /** After the last object. */
    public void end(@ExchangeProperty("run") IngestRun run) throws SQLException {
        store.end(run.id(), state(run));
    }

    /** After the failure that ended the run. */
    public void fail(@ExchangeProperty("run") IngestRun run) throws SQLException {
        store.end(run.id(), "FAILED");
    }

    private static String state(IngestRun run) {
        if (run.discovered() != run.totals().accounted() || !run.totals().balances()) {
            return "UNBALANCED";
        }
        return run.stopRequested() ? "STOPPED" : "COMPLETED";
    }
}

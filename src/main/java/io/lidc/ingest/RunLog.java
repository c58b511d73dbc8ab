package io.lidc.ingest;

import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import org.apache.camel.Exchange;
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

    /** After the last object, or after the failure that ended the run. */
    public void end(@ExchangeProperty("run") IngestRun run, Exchange exchange) throws SQLException {
        store.end(run.id(), state(run, exchange));
    }

    private static String state(IngestRun run, Exchange exchange) {
        if (exchange.getException() != null || exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null) {
            return "FAILED";
        }
        if (run.discovered() != run.totals().accounted() || !run.totals().balances()) {
            return "UNBALANCED";
        }
        return run.stopRequested() ? "STOPPED" : "COMPLETED";
    }
}

package io.lidc.ingest;

import io.lidc.model.RunSummary;
import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import org.apache.camel.Body;

/** Puts the start and the end of runs on record. */
public final class RunLog {
    private final MetadataStore store;

    /** Over a store whose schema is in place. */
    public RunLog(MetadataStore store) {
        this.store = store;
    }

    /** Before the first object. */
    public void begin(@Body IngestRun run) throws SQLException {
        store.begin(run.id(), run.sourceUris());
    }

    /** After the last object, or what broke the run off. */
    public void end(@Body RunSummary summary) throws SQLException {
        store.end(summary.runId(), summary.state().name());
    }
}

package io.lidc.stow;

import io.lidc.ingest.IngestRun;
import io.lidc.store.MetadataStore;
import java.sql.SQLException;

/** Puts the end of a run on record. */
public record StoredRunEnd(MetadataStore store) implements PushRun.RunEnd {

    @Override
    public void end(IngestRun run) throws SQLException {
        boolean balanced =
                run.totals().balances() && run.discovered() == run.totals().accounted();
        store.end(run.id(), balanced ? "COMPLETED" : "UNBALANCED");
    }
}

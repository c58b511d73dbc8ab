package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.store.jdbc.RefusedRowException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds, by halves, the objects of a chunk that the database refuses. */
final class RefusedRows {

    /** Stores some of the chunk's objects and takes it back. */
    interface Trial {
        void of(List<Extraction> part) throws SQLException;
    }

    private final Trial trial;
    private final List<Extraction> refused = new ArrayList<>();

    RefusedRows(Trial trial) {
        this.trial = trial;
    }

    /** Those that are refused even alone. */
    List<Extraction> find(List<Extraction> extractions) throws SQLException {
        if (!extractions.isEmpty() && isRefused(extractions)) {
            if (extractions.size() == 1) {
                refused.addAll(extractions);
            } else {
                int half = extractions.size() / 2;
                find(extractions.subList(0, half));
                find(extractions.subList(half, extractions.size()));
            }
        }
        return refused;
    }

    private boolean isRefused(List<Extraction> part) throws SQLException {
        try {
            trial.of(part);
            return false;
        } catch (RefusedRowException e) {
            return true;
        }
    }
}

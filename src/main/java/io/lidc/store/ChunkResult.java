package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Metadata;
import io.lidc.model.Outcome;
import io.lidc.model.StoredInstance;
import io.lidc.store.instance.SetAsideTable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of the objects of a chunk.
 *
 * @param outcomes by object
 * @param stored metadata of new rows and of replaced ones
 * @param setAside rows to be written; of several for one location, the last one stays
 * @param superseded past states of replaced rows
 */
record ChunkResult(
        Map<Extraction, Outcome> outcomes,
        List<Metadata> stored,
        List<SetAsideTable.Row> setAside,
        List<StoredInstance> superseded) {

    /** Of no object yet. */
    ChunkResult() {
        this(new IdentityHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** An instance whose row is written. */
    void store(Extraction.Read read) {
        outcomes.put(read, Outcome.STORED);
        stored.add(read.metadata());
    }

    /** An object that has no row of its own. */
    void setAside(Extraction object, SetAsideTable.Row row) {
        outcomes.put(object, row.outcome());
        setAside.add(row);
    }
}

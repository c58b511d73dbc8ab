package io.lidc.store;

import io.lidc.model.Extraction;
import java.util.List;
import java.util.Set;

/**
 * A chunk of objects that has been read and waits to be stored, in one transaction.
 *
 * @param runId the run that discovered them
 * @param discovered how many objects the source listed
 * @param unchanged how many of them are known in the same size and version, and were not read
 * @param seenBefore locations among the extractions that the database knows in another size or version
 * @param extractions one for each object that was read, in the order of discovery
 */
public record ReadChunk(
        String runId, int discovered, int unchanged, Set<String> seenBefore, List<Extraction> extractions) {

    /** The same run's chunk of some of these objects only. */
    ReadChunk part(List<Extraction> some) {
        return new ReadChunk(runId, some.size(), 0, seenBefore, some);
    }
}

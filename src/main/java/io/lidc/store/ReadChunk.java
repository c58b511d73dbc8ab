package io.lidc.store;

import io.lidc.model.DeliveredRecords;
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
 * @param published how many objects were not read but handed over to workers
 * @param delivered the records of a topic that brought the objects, where the chunk is the last of them
 */
public record ReadChunk(
        String runId,
        int discovered,
        int unchanged,
        Set<String> seenBefore,
        List<Extraction> extractions,
        int published,
        List<DeliveredRecords> delivered) {

    /** A chunk of objects that no topic has delivered, and that are stored here. */
    public ReadChunk(
            String runId, int discovered, int unchanged, Set<String> seenBefore, List<Extraction> extractions) {
        this(runId, discovered, unchanged, seenBefore, extractions, 0, List.of());
    }

    /** A chunk of objects that workers store, but for the unchanged. */
    public static ReadChunk published(String runId, int unchanged, int published) {
        return new ReadChunk(runId, unchanged + published, unchanged, Set.of(), List.of(), published, List.of());
    }

    /** The same chunk, delivered by these records of a topic. */
    public ReadChunk deliveredBy(List<DeliveredRecords> records) {
        return new ReadChunk(runId, discovered, unchanged, seenBefore, extractions, published, records);
    }

    /** The same run's chunk of some of these objects only. */
    ReadChunk part(List<Extraction> some) {
        return new ReadChunk(runId, some.size(), 0, seenBefore, some);
    }
}

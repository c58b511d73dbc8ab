package io.lidc.model;

/**
 * What is stored under a SOP Instance UID, as far as it decides what becomes of other objects with that UID.
 *
 * @param seriesInstanceUid null where the object names no series
 * @param warnings see {@link Instance#warnings}
 * @param runId the run that last wrote the row; null where that is not known
 */
public record StoredInstance(
        String sopInstanceUid,
        String seriesInstanceUid,
        Location location,
        String headerDigest,
        String warnings,
        String runId) {

    /** What is stored once a run has stored an object. */
    public static StoredInstance of(Extraction.Read read, String runId) {
        Series series = read.metadata().series();
        Instance instance = read.metadata().instance();
        return new StoredInstance(
                instance.sopInstanceUid(),
                series == null ? null : series.seriesInstanceUid(),
                read.location(),
                instance.headerDigest(),
                instance.warnings(),
                runId);
    }
}

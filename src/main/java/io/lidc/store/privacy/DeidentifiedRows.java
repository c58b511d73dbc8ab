package io.lidc.store.privacy;

/**
 * How many rows a de-identification changed; after one that was cut off, those of the work that was left.
 *
 * @param patientsBefore rows of patients that there were
 * @param patients rows of patients that there are
 */
public record DeidentifiedRows(long instances, long series, long studies, long patientsBefore, long patients) {}

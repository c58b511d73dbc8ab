package io.lidc.ingest.replay;

import io.lidc.dicom.HeaderReader;
import io.lidc.source.Sources;
import io.lidc.store.FailedObjects;

/**
 * What a replay stands on.
 *
 * @param failed the objects that are set aside
 * @param sources opens them where they lie
 * @param reader of copies
 * @param letters what was kept of them
 * @param removal takes a letter out of the folder, and whatever else holds letters
 */
public record Replayed(
        FailedObjects failed, Sources sources, HeaderReader reader, DeadLetterFolder letters, Removal removal) {

    /** Takes a letter out of what holds letters. */
    @FunctionalInterface
    public interface Removal {
        /** @throws Exception when it stays; the outcome of its object stands all the same */
        void remove(KeptLetter letter) throws Exception;
    }
}

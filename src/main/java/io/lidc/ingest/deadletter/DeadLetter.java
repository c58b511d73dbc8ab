package io.lidc.ingest.deadletter;

import io.lidc.model.Extraction;
import io.lidc.source.ObjectReference;

/** An object that cannot be read, on its way to the dead-letter folder. */
public record DeadLetter(String runId, ObjectReference object, Extraction.Unreadable failure) {

    /** A file name made from the location: the same each time, and without a word of the location. */
    public String getName() {
        return object.location().deadLetterName();
    }
}

package io.lidc.model;

import java.util.Locale;

/** What became of one discovered object. Each ends as exactly one of these. */
public enum Outcome {
    /** A new instance row, or the row of an object that has changed in place. */
    STORED,
    /** Already known in this size and version: not read again. */
    UNCHANGED,
    /** The SOP Instance UID is stored already, with the same header, from another place. */
    DUPLICATE,
    /** The SOP Instance UID is stored already, with another header or in another series; the stored row stays. */
    CONFLICT,
    /** Neither a Part 10 file nor a data set without preamble. */
    NOT_DICOM,
    /** DICOM without a SOP Instance UID: a DICOMDIR, say. */
    NOT_INSTANCE,
    /** Left out by a rule of the user's, whose text stands beside it. */
    SKIPPED,
    /** Handed over to workers, by a topic: the run of a worker counts it again, with what becomes of it there. */
    PUBLISHED,
    /** Unreadable: a code, an offset and a message say why. */
    FAILED;

    /** Its column in the table of runs. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.lidc.source;

/** Whether an object is still at its location. */
public enum Presence {
    /** Its file, or the file of the archive that holds it, is there. */
    PRESENT,
    /** Its file, or the file of the archive that holds it, is not there. */
    GONE,
    /** It cannot be told without a network, or without permission to look. */
    UNKNOWN
}

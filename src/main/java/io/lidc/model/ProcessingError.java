package io.lidc.model;

/** Why an object that its source could give has no row. The names are stable: databases, dead letters and alerts carry them. */
public enum ProcessingError {
    /** A defect of the program; the message names the exception. */
    INTERNAL,
    /** Memory ran out while it was read; the next run reads it again. */
    OUT_OF_MEMORY,
    /** The header was read, and the database refuses one of its values. */
    STORE_REJECTED
}

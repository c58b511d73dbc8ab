package io.lidc.model;

/** How a run stands. The names are stable: the database and events carry them. */
public enum RunState {
    /** It is under way, or its process ended without a word and no other has started since. */
    RUNNING,
    /** All that its sources listed has an outcome. */
    COMPLETED,
    /** It was told to stop, and all that it had discovered until then has an outcome. */
    STOPPED,
    /** Something broke it off: what was committed before stays. */
    FAILED,
    /** It ended, and not every discovered object has an outcome. */
    UNBALANCED,
    /** Its process was killed: what was committed before stays. A later start says so. */
    ABANDONED
}

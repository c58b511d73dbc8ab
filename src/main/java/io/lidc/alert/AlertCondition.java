package io.lidc.alert;

/** What somebody has to know of. The names are stable: tables, messages and documentation carry them. */
public enum AlertCondition {
    /** Too many of the objects that a source gave lately cannot be read. */
    FAILURE_RATE(
            Severity.ERROR,
            "Too many unreadable objects",
            "Look at the most frequent codes and at the dead letters; mend the cause, then run lidc replay."),
    /** A source cannot be read. */
    SOURCE_UNAVAILABLE(
            Severity.ERROR,
            "Source unavailable",
            "See whether the folder, server or bucket is there and may be read. Polling goes on by itself."),
    /** The database does not answer. */
    DATABASE_UNAVAILABLE(
            Severity.CRITICAL,
            "Database unavailable",
            "See whether the database runs and has room. Chunks wait meanwhile; nothing is lost."),
    /** A run failed, or its totals do not balance. */
    RUN_FAILED(
            Severity.ERROR,
            "Run failed",
            "Read the reason in the log; the next run goes on from the last chunk that was committed."),
    /** No new object was read for a time. */
    NOTHING_SEEN(
            Severity.WARNING,
            "No new objects",
            "See whether whatever sends objects still does, and whether it sends them to this source."),
    /** The disk of the dead letters is nearly full. */
    DEAD_LETTER_DISK(
            Severity.WARNING,
            "Disk of the dead letters nearly full",
            "Make room, or set dead-letter.max-records lower; without room, chunks with unreadable objects fail.");

    private final Severity severity;
    private final String title;
    private final String action;

    AlertCondition(Severity severity, String title, String action) {
        this.severity = severity;
        this.title = title;
        this.action = action;
    }

    /** How urgent it is. */
    public Severity severity() {
        return severity;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** What to do, in a sentence. */
    public String action() {
        return action;
    }
}

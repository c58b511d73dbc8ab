package io.lidc.source;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.source.SourceOptions.AfterCommit;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of drop folders. */
public final class InboxKeys {
    public static final Key<Boolean> ENABLED =
            Key.flag("inbox.enabled", false, "Whether the service empties a drop folder (route inbox).");
    public static final Key<Path> PATH = Key.directory("inbox.path", "data/inbox", "The drop folder.");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "inbox.period-ms",
            2_000,
            100,
            86_400_000,
            "Time from the end of one pass to the start of the next, in milliseconds.");
    public static final Key<Duration> QUIET = Key.milliseconds(
            "inbox.quiet-ms",
            2_000,
            0,
            86_400_000,
            "How long a file must not have changed before it is taken, in milliseconds: it may still be being written.");
    public static final Key<AfterCommit> AFTER_COMMIT = Key.choice(
            "inbox.after-commit",
            AfterCommit.MOVE,
            "What becomes of a file once its outcome is in the database. move puts it into .done in the inbox. Unless files are left,"
                    + " those that cannot be read go to the dead-letter folder, beside their records.");

    public static final KeyGroup GROUP = KeyGroup.of("Service: inbox", ENABLED, PATH, PERIOD, QUIET, AFTER_COMMIT);

    private InboxKeys() {}
}

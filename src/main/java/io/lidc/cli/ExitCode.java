package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import java.util.Locale;

/** What the program's exit codes say. */
public final class ExitCode {
    /** Every object accounted for, and failures under the threshold. */
    public static final int OK = 0;
    /** A defect, or a fault of the surroundings in the middle of the work. */
    public static final int INTERNAL_ERROR = 1;
    /** Wrong words on the command line, a wrong setting, a source or database that is unavailable. */
    public static final int USAGE = 2;
    /** The share of unreadable objects is over the threshold. */
    public static final int OVER_THRESHOLD = 3;

    /** Of {@code lidc verify}: the database does not hold what the manifest says. */
    public static final int DIFFERENT = 4;

    private ExitCode() {}

    /**
     * The exit code of work that has ended; over the threshold it says why.
     *
     * @param rate of failures, 0 to 1
     * @param failures in words: "of the objects are unreadable"
     */
    static int ofFailures(Settings settings, double rate, String failures, Terminal terminal) {
        FailureThreshold threshold = new FailureThreshold(settings.get(IngestKeys.FAILURE_THRESHOLD));
        if (!threshold.isExceededBy(rate)) {
            return OK;
        }
        terminal.error(String.format(
                Locale.ROOT,
                "%.1f%% %s, more than the %.1f%% of %s",
                rate * 100,
                failures,
                threshold.share() * 100,
                IngestKeys.FAILURE_THRESHOLD));
        return OVER_THRESHOLD;
    }
}

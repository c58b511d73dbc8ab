package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.IngestKeys;
import java.util.Locale;

/** What a share of failures means for the exit code. */
final class FailureThreshold {
    private FailureThreshold() {}

    /**
     * The exit code; over the threshold it says why.
     *
     * @param rate of failures, 0 to 1
     * @param failures in words: "of the objects are unreadable"
     */
    static int exitCode(Settings settings, double rate, String failures, Terminal terminal) {
        double threshold = settings.get(IngestKeys.FAILURE_THRESHOLD);
        if (rate <= threshold) {
            return ExitCode.OK;
        }
        terminal.error(String.format(
                Locale.ROOT,
                "%.1f%% %s, more than the %.1f%% of %s",
                rate * 100,
                failures,
                threshold * 100,
                IngestKeys.FAILURE_THRESHOLD));
        return ExitCode.OVER_THRESHOLD;
    }
}

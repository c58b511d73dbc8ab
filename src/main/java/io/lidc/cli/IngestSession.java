package io.lidc.cli;

import io.lidc.app.OpeningDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.StopRequest;
import io.lidc.cli.progress.Progress;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import java.util.function.IntUnaryOperator;

/** One run under the eyes of a person: routes and database are started for it, and stopped after it. */
final class IngestSession {
    private IngestSession() {}

    /** What a run passes over, opened by the sources of the routes. */
    @FunctionalInterface
    interface RunFactory {
        /** @throws UsageException when a source does not exist or is unavailable */
        IngestRun over(Pipeline pipeline) throws UsageException;
    }

    /** Works through a run, tells what it came to, and gives the exit code. */
    static int run(Settings settings, RunFactory runs, Terminal terminal) throws Exception {
        long start = System.nanoTime();
        final IngestRun run;
        RunSummary summary;
        try (StopRequest stop = StopRequest.listening(
                settings.get(IngestKeys.STOP_TIMEOUT), IntUnaryOperator.identity(), terminal::error)) {
            try (OpeningDatabase database = OpeningDatabase.of(settings);
                    Pipeline pipeline = Pipeline.start(settings, database.dataSource())) {
                run = runs.over(pipeline);
                database.await();
                stop.workStarts();
                stop.then(run::requestStop);
                summary = Progress.shows(run, terminal, () -> pipeline.ingest(run));
            }
            if (summary.state() == RunState.STOPPED) {
                ClosingTable.printStopped(run, terminal);
                return stop.exitCode();
            }
        }
        ClosingTable.print(run, (System.nanoTime() - start) / 1e9, terminal);
        return exitCode(settings, summary, terminal);
    }

    private static int exitCode(Settings settings, RunSummary summary, Terminal terminal) {
        if (summary.state() == RunState.UNBALANCED) {
            terminal.error("the totals do not balance: " + summary.discovered() + " objects discovered, "
                    + summary.totals().accounted() + " accounted for");
            return ExitCode.INTERNAL_ERROR;
        }
        return ExitCode.ofFailures(settings, summary.totals().failureRate(), "of the objects are unreadable", terminal);
    }
}

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
import io.lidc.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.IntUnaryOperator;

/** One run under the eyes of a person: routes and database are started for it, and stopped after it. */
final class IngestSession {
    private final Settings settings;
    private final OutputOptions output;
    private final Terminal terminal;
    private final long start = System.nanoTime();

    private IngestSession(Settings settings, OutputOptions output) {
        this.settings = settings;
        this.output = output;
        this.terminal = output.terminal();
    }

    /** What a run passes over, opened by the sources of the routes. */
    @FunctionalInterface
    interface RunFactory {
        /** @throws UsageException when a source does not exist or is unavailable */
        IngestRun over(Pipeline pipeline) throws UsageException;
    }

    /** Works through a run, tells what it came to, and gives the exit code. */
    static int run(Settings settings, RunFactory runs, OutputOptions output) throws Exception {
        return new IngestSession(settings, output).run(runs);
    }

    private int run(RunFactory runs) throws Exception {
        try (StopRequest stop = StopRequest.listening(
                settings.get(IngestKeys.STOP_TIMEOUT), IntUnaryOperator.identity(), terminal::error)) {
            RunReport report = ingest(runs, stop);
            int exitCode = tell(report);
            return report.summary().state() == RunState.STOPPED ? stop.exitCode() : exitCode;
        }
    }

    private RunReport ingest(RunFactory runs, StopRequest stop) throws Exception {
        try (OpeningDatabase database = OpeningDatabase.of(settings);
                Pipeline pipeline = Pipeline.start(settings, database.dataSource())) {
            IngestRun run = runs.over(pipeline);
            database.await();
            stop.workStarts();
            stop.then(run::requestStop);
            RunSummary summary = Progress.shows(run, terminal, () -> pipeline.ingest(run));
            return new RunReport(run, summary, settings, manifest(pipeline, summary));
        }
    }

    /** What is stored stays, whether it is on record beside the database or not. */
    private Path manifest(Pipeline pipeline, RunSummary summary) {
        try {
            return pipeline.leaveManifest(summary);
        } catch (IOException | SQLException e) {
            terminal.error("no manifest of run " + summary.runId() + ": " + e.getMessage());
            return null;
        }
    }

    private int tell(RunReport report) throws IOException {
        ClosingTable.print(report, (System.nanoTime() - start) / 1e9, terminal);
        if (output.json()) {
            output.print(RunDocument.of(report));
        }
        warn(report);
        return exitCode(report.summary());
    }

    private void warn(RunReport report) {
        if (report.summary().state() == RunState.COMPLETED) {
            for (Source empty : report.run().emptySources()) {
                terminal.error("nothing was found in " + empty.uri());
            }
        }
        if (report.run().knownFailures() > 0) {
            terminal.error(report.run().knownFailures()
                    + " objects that an earlier run could not read were left alone; --retry-failed reads them again");
        }
    }

    private int exitCode(RunSummary summary) {
        if (summary.state() == RunState.UNBALANCED) {
            terminal.error("the totals do not balance: " + summary.discovered() + " objects discovered, "
                    + summary.totals().accounted() + " accounted for");
            return ExitCode.INTERNAL_ERROR;
        }
        return ExitCode.ofFailures(settings, summary.totals().failureRate(), "of the objects are unreadable", terminal);
    }
}

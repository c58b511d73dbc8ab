package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.StopRequest;
import io.lidc.app.StoredRowsBackfill;
import io.lidc.cli.progress.Gauge;
import io.lidc.cli.progress.Progress;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.backfill.BackfillTotals;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lidc backfill}: attributes that were named after objects had been stored. */
@Command(
        name = "backfill",
        description =
                "Brings the column extra up to config/attributes.yaml: reads again the objects whose rows lack an attribute"
                        + " that it names, and changes no other row. Goes on where it was cut off.",
        mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    @Option(
            names = "--again",
            description = "pass over all rows, also where an earlier backfill has found these attributes complete")
    private boolean again;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    /** What it came to, as JSON. */
    record Document(boolean complete, long rows, long read, long filled, long failures) {}

    private record BackfillGauge(BackfillTotals totals, long expected) implements Gauge {
        @Override
        public String task() {
            return "backfill";
        }

        @Override
        public String unit() {
            return "rows";
        }

        @Override
        public long done() {
            return totals.passed();
        }

        @Override
        public String remark() {
            return String.format(Locale.ROOT, "%,d filled, %,d failed", totals.filled(), totals.failures());
        }
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        Terminal terminal = output.terminal();
        try (StopRequest stop = StopRequest.listening(
                        settings.get(IngestKeys.STOP_TIMEOUT), IntUnaryOperator.identity(), terminal::error);
                HikariDataSource dataSource = ConfiguredDatabase.openExisting(settings);
                StoredRowsBackfill backfill = new StoredRowsBackfill(settings, dataSource)) {
            stop.workStarts();
            BackfillTotals totals = backfill.totals();
            boolean complete = Progress.shows(
                    new BackfillGauge(totals, backfill.count()),
                    terminal,
                    () -> backfill.execute(again, stop::isRequested));
            print(totals, complete, terminal);
            if (output.json()) {
                output.print(new Document(
                        complete, totals.passed(), totals.objectsRead(), totals.filled(), totals.failures()));
            }
            return complete ? exitCode(settings, totals, terminal) : stop.exitCode();
        }
    }

    private static void print(BackfillTotals totals, boolean complete, Terminal terminal) {
        if (totals.isResumed()) {
            terminal.print("went on where the last one was cut off");
        }
        print(terminal, "rows", totals.passed(), "passed over");
        print(terminal, "objects", totals.objectsRead(), "read again");
        print(terminal, "rows", totals.filled(), "filled");
        print(terminal, "objects", totals.failures(), "not to be read, or changed since they were stored");
        totals.listed().forEach(failure -> terminal.error(failure.location() + ": " + failure.reason()));
        if (!complete) {
            terminal.print("stopped; the next backfill goes on from here");
        }
    }

    private static void print(Terminal terminal, String what, long count, String done) {
        terminal.print(String.format(Locale.ROOT, "  %-14s%,12d %s", what, count, done));
    }

    private static int exitCode(Settings settings, BackfillTotals totals, Terminal terminal) {
        double rate = totals.objectsRead() == 0 ? 0 : (double) totals.failures() / totals.objectsRead();
        return ExitCode.ofFailures(settings, rate, "of the objects gave nothing", terminal);
    }
}

package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.ingest.IngestRun;
import io.lidc.model.Outcome;
import io.lidc.model.Totals;
import java.util.Locale;

/** What a run came to, for a person. */
final class ClosingTable {
    private ClosingTable() {}

    static void print(IngestRun run, double seconds, Terminal terminal) {
        Totals totals = run.totals();
        rows(run, totals, terminal);
        terminal.print(String.format(
                Locale.ROOT, "%,.1f s, %,.0f files/s", seconds, totals.accounted() / Math.max(seconds, 1e-9)));
        long read = totals.accounted() - totals.count(Outcome.UNCHANGED);
        if (read > 0) {
            terminal.print(String.format(Locale.ROOT, "%,d bytes read a file", totals.bytesRead() / read));
        }
        if (run.traffic().requests() > 0) {
            long instances = Math.max(1, totals.accounted());
            terminal.print(String.format(
                    Locale.ROOT,
                    "%,d requests, %.3f an instance; %,d bytes fetched an instance",
                    run.traffic().requests(),
                    (double) run.traffic().requests() / instances,
                    run.traffic().bytes() / instances));
        }
        totals.missing()
                .forEach((keyword, count) ->
                        terminal.print(String.format(Locale.ROOT, "%,d stored without %s", count, keyword)));
    }

    static void printStopped(IngestRun run, Terminal terminal) {
        rows(run, run.totals(), terminal);
        terminal.print("stopped; the next run goes on from here");
    }

    private static void rows(IngestRun run, Totals totals, Terminal terminal) {
        terminal.print("run " + run.id());
        for (Outcome outcome : Outcome.values()) {
            terminal.print(String.format(Locale.ROOT, "  %-14s%,12d", outcome, totals.count(outcome)));
        }
        terminal.print(String.format(
                Locale.ROOT,
                "  %-14s%,12d%s",
                "discovered",
                run.discovered(),
                totals.balances() && run.discovered() == totals.discovered() ? "  balanced" : "  NOT BALANCED"));
    }
}

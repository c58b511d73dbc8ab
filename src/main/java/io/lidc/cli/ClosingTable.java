package io.lidc.cli;

import io.lidc.cli.progress.Terminal;
import io.lidc.model.Outcome;
import io.lidc.model.RunState;
import io.lidc.model.Totals;
import io.lidc.source.Traffic;
import java.util.EnumSet;
import java.util.Locale;

/** What a run came to, for a person. */
final class ClosingTable {
    private final RunReport report;
    private final Totals totals;
    private final Terminal terminal;

    private ClosingTable(RunReport report, Terminal terminal) {
        this.report = report;
        this.totals = report.summary().totals();
        this.terminal = terminal;
    }

    /** @param seconds that it took, with the start of the program */
    static void print(RunReport report, double seconds, Terminal terminal) {
        ClosingTable table = new ClosingTable(report, terminal);
        table.printOutcomes();
        table.print("%,.1f s, %,.0f files/s", seconds, table.totals.accounted() / Math.max(seconds, 1e-9));
        table.printTraffic();
        table.printOddities();
        table.printPlaces();
    }

    private void printOutcomes() {
        print("run %s", report.run().id());
        // A command stores what it lists: it hands nothing over.
        for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.PUBLISHED))) {
            long known = outcome == Outcome.UNCHANGED ? report.run().knownFailures() : 0;
            print(
                    "  %-14s%,12d%s",
                    outcome,
                    totals.count(outcome),
                    known == 0 ? "" : String.format(Locale.ROOT, "  of these, %,d known failures", known));
        }
        boolean balances = report.summary().state() != RunState.UNBALANCED;
        print(
                "  %-14s%,12d%s",
                "discovered", report.summary().discovered(), balances ? "  balanced" : "  NOT BALANCED");
    }

    private void printTraffic() {
        long read = totals.accounted() - totals.count(Outcome.UNCHANGED);
        if (read > 0) {
            print("%,d bytes read a file", totals.bytesRead() / read);
        }
        Traffic traffic = report.run().traffic();
        if (traffic.requests() > 0) {
            long instances = Math.max(1, totals.accounted());
            print(
                    "%,d requests, %.3f an instance; %,d bytes fetched an instance",
                    traffic.requests(), (double) traffic.requests() / instances, traffic.bytes() / instances);
        }
    }

    private void printOddities() {
        totals.missing().forEach((keyword, count) -> print("%,d stored without %s", count, keyword));
        totals.warnings().forEach((code, count) -> print("%,d stored with the warning %s", count, code));
    }

    private void printPlaces() {
        if (report.summary().state() == RunState.STOPPED) {
            print("stopped; the next run goes on from here");
        }
        print("database: %s", report.database());
        print("dead letters: %s", report.deadLetters());
        if (report.manifest() != null) {
            print("manifest: %s", report.manifest());
        }
    }

    private void print(String format, Object... values) {
        terminal.print(String.format(Locale.ROOT, format, values));
    }
}

package io.lidc.cli;

import io.lidc.ingest.IngestRun;
import io.lidc.store.Outcome;
import io.lidc.store.Totals;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a run has come: a bar on a terminal, a plain line every few seconds elsewhere. */
final class Progress {
    private static final long LINE_SECONDS = 5;
    private static final long BAR_MILLISECONDS = 200;

    private final IngestRun run;
    private final ScheduledExecutorService clock;
    private final ProgressBar bar;
    private final ObjectCount expected;

    private Progress(IngestRun run, Terminal terminal) {
        this.run = run;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (terminal.interactive()) {
            expected = ObjectCount.begin(run);
            bar = new ProgressBarBuilder()
                    .setTaskName("ingest")
                    .setUnit(" files", 1)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
            clock.scheduleAtFixedRate(this::draw, BAR_MILLISECONDS, BAR_MILLISECONDS, TimeUnit.MILLISECONDS);
        } else {
            expected = null;
            bar = null;
            clock.scheduleAtFixedRate(() -> terminal.note(line()), LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Does the work and shows how far it has come. */
    static void shows(IngestRun run, Terminal terminal, Work work) throws Exception {
        Progress progress = new Progress(run, terminal);
        try {
            work.run();
        } finally {
            progress.end();
        }
    }

    private void draw() {
        Totals totals = run.totals();
        if (expected.isKnown()) {
            bar.maxHint(expected.count());
        }
        bar.stepTo(totals.accounted());
        bar.setExtraMessage(totals.count(Outcome.FAILED) + " failed");
    }

    private String line() {
        Totals totals = run.totals();
        return totals.accounted() + " objects, " + totals.count(Outcome.FAILED) + " failed";
    }

    private void end() {
        clock.shutdownNow();
        if (bar != null) {
            draw();
            expected.close();
            bar.close();
        }
    }
}

package io.lidc.cli.progress;

import io.lidc.ingest.IngestRun;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far some work has come: a bar on a terminal, a plain line every few seconds elsewhere. */
public final class Progress {
    private static final long LINE_SECONDS = 5;
    private static final long BAR_MILLISECONDS = 200;

    private final Gauge gauge;
    private final ScheduledExecutorService clock;
    private final ProgressBar bar;

    private Progress(Gauge gauge, Terminal terminal) {
        this.gauge = gauge;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        if (terminal.interactive()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(gauge.task())
                    .setUnit(" files", 1)
                    .setInitialMax(-1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
            clock.scheduleAtFixedRate(this::draw, BAR_MILLISECONDS, BAR_MILLISECONDS, TimeUnit.MILLISECONDS);
        } else {
            bar = null;
            clock.scheduleAtFixedRate(() -> terminal.note(gauge.line()), LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Does the work of a run and shows how far it has come. */
    public static <T> T shows(IngestRun run, Terminal terminal, Callable<T> work) throws Exception {
        try (RunGauge gauge = new RunGauge(run, terminal.interactive())) {
            return shows(gauge, terminal, work);
        }
    }

    /** Does the work and shows how far it has come. */
    public static <T> T shows(Gauge gauge, Terminal terminal, Callable<T> work) throws Exception {
        Progress progress = new Progress(gauge, terminal);
        try {
            return work.call();
        } finally {
            progress.end();
        }
    }

    private void draw() {
        if (gauge.expected() >= 0) {
            bar.maxHint(gauge.expected());
        }
        bar.stepTo(gauge.done());
        bar.setExtraMessage(gauge.remark());
    }

    private void end() {
        clock.shutdownNow();
        if (bar != null) {
            draw();
            bar.close();
        }
    }
}

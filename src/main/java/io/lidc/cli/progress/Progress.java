package io.lidc.cli.progress;

import io.lidc.ingest.IngestRun;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far some work has come. */
public final class Progress {
    private static final long LINE_SECONDS = 5;
    private static final int BAR_MILLISECONDS = 200;

    private final Gauge gauge;
    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock;
    private final ProgressBar bar;

    /** How it is shown. */
    public enum Style {
        /** A bar that is drawn again and again, for somebody who watches a terminal. */
        BAR,
        /** A plain line every few seconds. */
        LINES,
        /** Not at all. */
        NONE
    }

    private Progress(Gauge gauge, Terminal terminal) {
        this.gauge = gauge;
        this.terminal = terminal;
        clock = terminal.progress() == Style.LINES ? everyFewSeconds() : null;
        bar = terminal.progress() == Style.BAR ? bar() : null;
    }

    private ScheduledExecutorService everyFewSeconds() {
        ScheduledExecutorService lines = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        lines.scheduleAtFixedRate(() -> terminal.note(line().text()), LINE_SECONDS, LINE_SECONDS, TimeUnit.SECONDS);
        return lines;
    }

    /** The library draws the line over the last one and knows the width of the terminal. */
    private ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName(gauge.task())
                .setUpdateIntervalMillis(BAR_MILLISECONDS)
                .continuousUpdate()
                .setRenderer((state, columns) -> line().bar(columns))
                .build();
    }

    /** Does the work of a run and shows how far it has come. */
    public static <T> T shows(IngestRun run, Terminal terminal, Callable<T> work) throws Exception {
        try (RunGauge gauge = new RunGauge(run)) {
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

    private ProgressLine line() {
        return new ProgressLine(gauge, Duration.ofNanos(System.nanoTime() - start));
    }

    private void end() {
        if (clock != null) {
            clock.shutdownNow();
        }
        if (bar != null) {
            bar.close();
        }
    }
}

package io.lidc.alert;

import io.lidc.model.ChunkCommitted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The share of unreadable objects among those that each source gave lately. */
final class FailureRateWatch implements Watch {
    private final Bounds bounds;
    private final Instant startedAt;
    private final Map<String, FailureWindow> windows = new HashMap<>();

    /**
     * When there is too much.
     *
     * @param share of unreadable objects, 0 to 1, above which somebody has to know of it
     * @param min objects without which a share means nothing
     * @param objects the last ones, that count
     * @param time that counts
     */
    record Bounds(double share, int min, int objects, Duration time) {}

    FailureRateWatch(Bounds bounds, Instant startedAt) {
        this.bounds = bounds;
        this.startedAt = startedAt;
    }

    @Override
    public AlertCondition condition() {
        return AlertCondition.FAILURE_RATE;
    }

    synchronized void committed(ChunkCommitted chunk, Instant now) {
        windows.computeIfAbsent(Subject.of(chunk.source()), source -> new FailureWindow(bounds.objects, bounds.time))
                .add(chunk, now);
    }

    @Override
    public synchronized List<Finding> look(Instant now, Set<String> open) {
        windows.values().forEach(window -> window.forgetBefore(now));
        List<Finding> findings = new ArrayList<>();
        windows.forEach((source, window) -> find(source, window, open.contains(source), findings));
        windows.values().removeIf(window -> window.read() == 0);
        for (String source : quiet(open, now)) {
            findings.add(Finding.fine(condition(), source, "nothing was read for " + minutes()));
        }
        return findings;
    }

    private void find(String source, FailureWindow window, boolean open, List<Finding> findings) {
        if (window.read() >= bounds.min) {
            boolean raised = window.rate() > bounds.share;
            findings.add(new Finding(
                    condition(),
                    source,
                    raised,
                    summary(window),
                    window.lastRun(),
                    window.rate(),
                    bounds.share,
                    window.codes()));
        } else if (open && window.read() > 0) {
            // Too few to say that it is over.
            findings.add(Finding.raised(condition(), source, summary(window), window.lastRun()));
        }
    }

    private String summary(FailureWindow window) {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the last %,d objects cannot be read (%,d)",
                window.rate() * 100,
                window.read(),
                window.failed());
    }

    /** Sources of open alerts that gave nothing for so long as counts, as far as this process can tell. */
    private Set<String> quiet(Set<String> open, Instant now) {
        Set<String> quiet = new HashSet<>(open);
        quiet.removeAll(windows.keySet());
        return startedAt.plus(bounds.time).isBefore(now) ? quiet : Set.of();
    }

    private String minutes() {
        return bounds.time.toMinutes() + " minutes";
    }
}

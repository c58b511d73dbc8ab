package io.lidc.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far some work has come, as a line of text. */
record ProgressLine(Gauge gauge, Duration elapsed) {
    private static final int MIN_BAR_COLUMNS = 10;
    private static final int MAX_BAR_COLUMNS = 40;

    /** Everything that is known, for a log. */
    String text() {
        return gauge.task() + ": " + String.join(", ", parts());
    }

    /** What fits into a number of columns, with a bar where there is room for one and the end is known; no word is cut. */
    String bar(int columns) {
        List<String> parts = parts();
        // The speed goes first, then the time left, then the remark.
        while (line(parts).length() > columns && parts.size() > 1) {
            parts.remove(1);
        }
        String line = line(parts);
        int room = Math.min(columns - line.length() - " []".length(), MAX_BAR_COLUMNS);
        if (gauge.expected() <= 0 || room < MIN_BAR_COLUMNS) {
            return line;
        }
        int full = (int) (room * share());
        return gauge.task() + " [" + "=".repeat(full) + " ".repeat(room - full) + "]"
                + line.substring(gauge.task().length());
    }

    private String line(List<String> parts) {
        return gauge.task() + " " + String.join(", ", parts);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(
                gauge.expected() < 0
                        ? String.format(Locale.ROOT, "%,d %s", gauge.done(), gauge.unit())
                        : String.format(Locale.ROOT, "%,d of %,d %s", gauge.done(), gauge.expected(), gauge.unit()));
        parts.add(String.format(Locale.ROOT, "%,.0f %s/s", rate(), gauge.unit()));
        timeLeft().ifPresent(parts::add);
        parts.add(gauge.remark());
        return parts;
    }

    /** Things a second so far. */
    private double rate() {
        return gauge.done() / Math.max(elapsed.toMillis() / 1e3, 1e-3);
    }

    private double share() {
        return Math.min(1, (double) gauge.done() / gauge.expected());
    }

    private Optional<String> timeLeft() {
        if (gauge.expected() < 0 || gauge.done() == 0) {
            return Optional.empty();
        }
        long seconds = (long) Math.ceil(Math.max(0, gauge.expected() - gauge.done()) / rate());
        return Optional.of(
                seconds < 3600
                        ? String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60)
                        : String.format(
                                Locale.ROOT, "%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60));
    }
}

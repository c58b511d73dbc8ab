package io.lidc.report.chart;

import io.lidc.report.chart.Canvas.Anchor;
import io.lidc.report.chart.Canvas.Size;
import java.util.List;

/**
 * Columns over a number line: for quantities.
 *
 * @param axis the quantity and its unit, under the number line
 * @param counted what the height of a column counts: {@code series}
 * @param width of each bin; all are alike
 * @param bins those with anything in them, in ascending order
 */
public record Histogram(String title, String subtitle, String axis, String counted, double width, List<Bin> bins)
        implements Chart {
    private static final int TOP = Heading.HEIGHT + 6;
    private static final int PLOT = 170;
    private static final int BELOW = 42;
    private static final int MAX_Y_TICKS = 4;
    private static final int MAX_X_TICKS = 7;
    private static final int RIGHT = 12;

    /** How many values are from here (inclusive) to a bin's width above (exclusive). */
    public record Bin(double from, double count) {}

    /** Keeps a copy. */
    public Histogram {
        bins = List.copyOf(bins);
    }

    @Override
    public int height() {
        return TOP + PLOT + BELOW;
    }

    @Override
    public void draw(Canvas canvas) {
        Heading.draw(this, canvas);
        double highest = bins.stream().mapToDouble(Bin::count).max().orElse(1);
        double step = Math.max(1, Numerals.nice(highest / MAX_Y_TICKS));
        double top = Math.ceil(highest / step) * step;
        double left = TextWidth.of(Numerals.of(top), Size.SMALL) + 8;
        double bottom = TOP + PLOT;
        for (double tick = 0; tick <= top; tick += step) {
            double y = bottom - tick / top * PLOT;
            canvas.line(left, y, WIDTH, y, tick == 0 ? Ink.AXIS : Ink.GRID);
            canvas.text(left - 6, y + 4, Anchor.END, Size.SMALL, Ink.MUTED, Numerals.of(tick));
        }
        drawColumns(left, bottom, top, canvas);
        drawNumberLine(left, bottom, canvas);
    }

    private void drawColumns(double left, double bottom, double top, Canvas canvas) {
        double column = (WIDTH - RIGHT - left) / columns();
        for (Bin bin : bins) {
            double x = left + (bin.from() - first()) / width * column;
            double height = bin.count() / top * PLOT;
            String tip = Numerals.of(bin.from()) + " to " + Numerals.of(bin.from() + width) + ": "
                    + Numerals.of(bin.count()) + " " + counted;
            canvas.rectangle(x + 0.5, bottom - height, Math.max(1, column - 1), height, Ink.FIRST, tip);
        }
    }

    private void drawNumberLine(double left, double bottom, Canvas canvas) {
        double span = columns() * width;
        double step = Math.max(width, Numerals.nice(span / MAX_X_TICKS));
        double scale = (WIDTH - RIGHT - left) / span;
        for (long i = (long) Math.ceil(first() / step - 1e-9); i * step <= first() + span + step * 1e-9; i++) {
            double x = left + (i * step - first()) * scale;
            canvas.line(x, bottom, x, bottom + 4, Ink.AXIS);
            canvas.text(x, bottom + 17, Anchor.MIDDLE, Size.SMALL, Ink.MUTED, Numerals.of(i * step));
        }
        canvas.text((left + WIDTH) / 2, bottom + 36, Anchor.MIDDLE, Size.NORMAL, Ink.TEXT, axis);
    }

    private double first() {
        return bins.get(0).from();
    }

    private long columns() {
        return Math.round((bins.get(bins.size() - 1).from() - first()) / width) + 1;
    }
}

package io.lidc.report.chart;

import io.lidc.report.chart.Canvas.Anchor;
import io.lidc.report.chart.Canvas.Size;
import java.util.Arrays;
import java.util.List;

/**
 * Horizontal bars, each with its number: for categories.
 *
 * @param parts names of the parts of each bar; one without a name where bars have no parts
 * @param bars from top to bottom
 */
public record BarChart(String title, String subtitle, List<String> parts, List<Bar> bars) implements Chart {
    private static final int ROW = 22;
    private static final int BAR = 14;
    private static final int LEGEND = 22;
    private static final int GAP = 8;
    private static final int MAX_LABEL = 180;

    /** One bar: as many values as there are parts, none below 0. */
    public record Bar(String label, List<Double> values) {
        /** Keeps a copy. */
        public Bar {
            values = List.copyOf(values);
        }

        double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Keeps copies. */
    public BarChart {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    /** A bar without parts. */
    public static Bar bar(String label, double value) {
        return new Bar(label, Arrays.asList(value));
    }

    /** Bars without parts. */
    public static BarChart of(String title, String subtitle, List<Bar> bars) {
        return new BarChart(title, subtitle, List.of(""), bars);
    }

    @Override
    public int height() {
        return top() + ROW * bars.size() + 4;
    }

    @Override
    public void draw(Canvas canvas) {
        Heading.draw(this, canvas);
        if (parts.size() > 1) {
            drawLegend(canvas);
        }
        double left = labelWidth() + GAP;
        double room = WIDTH - left - GAP - numberWidth();
        double longest = bars.stream().mapToDouble(Bar::total).max().orElse(1);
        for (int i = 0; i < bars.size(); i++) {
            draw(bars.get(i), top() + i * ROW, left, longest == 0 ? 0 : room / longest, canvas);
        }
        canvas.line(left, top(), left, top() + ROW * bars.size(), Ink.AXIS);
    }

    private void draw(Bar bar, double y, double left, double scale, Canvas canvas) {
        double baseline = y + ROW / 2.0 + 4;
        String label = TextWidth.fit(bar.label(), Size.NORMAL, MAX_LABEL);
        canvas.text(left - GAP, baseline, Anchor.END, Size.NORMAL, Ink.TEXT, label);
        double x = left;
        for (int part = 0; part < bar.values().size(); part++) {
            double width = bar.values().get(part) * scale;
            if (width > 0) {
                String name = parts.get(part).isEmpty() ? "" : ", " + parts.get(part);
                String tip =
                        bar.label() + name + ": " + Numerals.of(bar.values().get(part));
                canvas.rectangle(x, y + (ROW - BAR) / 2.0, Math.max(1, width), BAR, Ink.ofPart(part), tip);
            }
            x += width;
        }
        canvas.text(Math.max(x, left + 1) + 5, baseline, Anchor.START, Size.NORMAL, Ink.TEXT, Numerals.of(bar.total()));
    }

    private void drawLegend(Canvas canvas) {
        double x = 0;
        for (int part = 0; part < parts.size(); part++) {
            canvas.rectangle(x, Heading.HEIGHT - 2, 10, 10, Ink.ofPart(part), parts.get(part));
            canvas.text(x + 15, Heading.HEIGHT + 7, Anchor.START, Size.NORMAL, Ink.TEXT, parts.get(part));
            x += 15 + TextWidth.of(parts.get(part), Size.NORMAL) + 18;
        }
    }

    private int top() {
        return Heading.HEIGHT + (parts.size() > 1 ? LEGEND : 0);
    }

    private double labelWidth() {
        double widest = bars.stream()
                .mapToDouble(bar -> TextWidth.of(bar.label(), Size.NORMAL))
                .max()
                .orElse(0);
        return Math.min(MAX_LABEL, widest);
    }

    private double numberWidth() {
        return bars.stream()
                .mapToDouble(bar -> TextWidth.of(Numerals.of(bar.total()), Size.NORMAL))
                .max()
                .orElse(0);
    }
}

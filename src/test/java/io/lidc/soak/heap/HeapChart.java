package io.lidc.soak.heap;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Heap after a full collection over the minutes of a soak, as SVG: a colour a database, a line a process. */
public final class HeapChart {
    private static final int LEFT = 60;
    private static final int TOP = 46;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 280;
    private static final int STEPS = 5;
    private static final List<String> COLOURS = List.of("#0072B2", "#E69F00");

    private final StringBuilder svg = new StringBuilder();
    private final double lastMinute;
    private final double maxMegabytes;

    private HeapChart(Map<String, List<HeapSample>> soaks) {
        lastMinute = Math.max(1, Math.ceil(max(soaks, sample -> sample.second() / 60)));
        maxMegabytes = Math.max(10, Math.ceil(max(soaks, sample -> sample.heap() / 1e6) / 10) * 10);
    }

    private interface Figure {
        double of(HeapSample sample);
    }

    private static double max(Map<String, List<HeapSample>> soaks, Figure figure) {
        return soaks.values().stream()
                .flatMap(List::stream)
                .mapToDouble(figure::of)
                .max()
                .orElse(0);
    }

    /**
     * The text of the chart.
     *
     * @param soaks samples by the name of the database
     */
    public static String of(Map<String, List<HeapSample>> soaks) {
        return new HeapChart(soaks).draw(soaks);
    }

    private String draw(Map<String, List<HeapSample>> soaks) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                LEFT + WIDTH + 110, TOP + HEIGHT + 50);
        add("<title>Heap of the service during a soak</title>");
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        text(LEFT, 20, "start", "Heap of the service after a full collection, in MB; a gap is a new process");
        drawAxes();
        int number = 0;
        for (Map.Entry<String, List<HeapSample>> soak : soaks.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            drawLine(soak.getValue(), colour);
            add("<g fill=\"%s\">", colour);
            text(LEFT + WIDTH + 8, TOP + 14 + 18 * number++, "start", soak.getKey());
            add("</g>");
        }
        add("</svg>");
        return svg.toString();
    }

    private void drawAxes() {
        for (int i = 0; i <= STEPS; i++) {
            double y = TOP + HEIGHT - (double) HEIGHT * i / STEPS;
            add("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH);
            text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%.0f", maxMegabytes * i / STEPS));
            double x = LEFT + (double) WIDTH * i / STEPS;
            text(x, TOP + HEIGHT + 20, "middle", String.format(Locale.ROOT, "%.1f", lastMinute * i / STEPS));
        }
        text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 40, "middle", "minutes");
    }

    private void drawLine(List<HeapSample> samples, String colour) {
        StringBuilder path = new StringBuilder();
        int life = 0;
        for (HeapSample sample : samples) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    sample.life() == life ? "L" : "M",
                    LEFT + WIDTH * sample.second() / 60 / lastMinute,
                    TOP + HEIGHT - HEIGHT * sample.heap() / 1e6 / maxMegabytes));
            life = sample.life();
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" stroke-linecap=\"round\"/>",
                path.isEmpty() ? "M0 0" : path, colour);
    }

    private void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}

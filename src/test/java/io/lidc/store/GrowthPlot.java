package io.lidc.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what {@link GrowthMeasurement} measured. Arguments: the CSV file, the SVG file. */
public final class GrowthPlot {
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 300;
    private static final List<String> COLOURS = List.of("#1b6ca8", "#b3541e");

    private record Point(double instances, double rate) {}

    private GrowthPlot() {}

    /** Draws. */
    public static void main(String[] arguments) throws IOException {
        Map<String, List<Point>> lines = new LinkedHashMap<>();
        List<String> rows = Files.readAllLines(Path.of(arguments[0]));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            lines.computeIfAbsent(cells[0], name -> new ArrayList<>())
                    .add(new Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        Files.writeString(Path.of(arguments[1]), svg(lines));
    }

    private static String svg(Map<String, List<Point>> lines) {
        double mostInstances = most(lines, true);
        double mostRate = Math.ceil(most(lines, false) / 10_000) * 10_000;
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
                LEFT + WIDTH + 110, TOP + HEIGHT + 60));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, LEFT, 20, "start", "Instances stored a second, by instances in the database already");
        for (int i = 0; i <= 5; i++) {
            double y = TOP + HEIGHT - HEIGHT * i / 5.0;
            svg.append(format("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>%n", LEFT, y, WIDTH));
            text(svg, LEFT - 8, y + 4, "end", format("%,.0f", mostRate * i / 5));
            double x = LEFT + WIDTH * i / 5.0;
            text(svg, x, TOP + HEIGHT + 20, "middle", format("%,.0f", mostInstances * i / 5));
        }
        int number = 0;
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            String colour = COLOURS.get(number++);
            StringBuilder path = new StringBuilder();
            double y = 0;
            for (Point point : line.getValue()) {
                y = TOP + HEIGHT - HEIGHT * point.rate / mostRate;
                path.append(format(
                        "%s%.1f %.1f", path.isEmpty() ? "M" : "L", LEFT + WIDTH * point.instances / mostInstances, y));
            }
            svg.append(format("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour));
            svg.append(format("<g fill=\"%s\">", colour));
            text(svg, LEFT + WIDTH + 8, y + 4, "start", line.getKey());
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static double most(Map<String, List<Point>> lines, boolean instances) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> instances ? point.instances : point.rate)
                .max()
                .orElseThrow();
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}

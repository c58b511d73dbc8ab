package io.lidc.report.chart;

import java.util.Locale;

/** Draws charts as SVG 1.1, with text as text. */
public final class Svg implements Canvas {
    /** Colours of {@link #inline}, for a style sheet: light, and dark where the reader prefers that. */
    public static final String STYLE = style();

    private static final int MARGIN = 8;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** An element for a page that has {@link #STYLE}. */
    public static String inline(Chart chart) {
        return svg(chart, 0, "");
    }

    /** A whole document. */
    public static String document(Chart chart) {
        String paper = String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
                Ink.PAPER.cssClass(),
                -MARGIN,
                -MARGIN,
                Chart.WIDTH + 2 * MARGIN,
                chart.height() + 2 * MARGIN);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg(chart, MARGIN, "<style>" + STYLE + "</style>\n" + paper);
    }

    private static String svg(Chart chart, int margin, String before) {
        Svg svg = new Svg();
        chart.draw(svg);
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%d %d %d %d\" role=\"img\" class=\"chart\""
                        + " font-family=\"system-ui, sans-serif\">%n<title>%s</title>%n%s%s</svg>%n",
                -margin,
                -margin,
                Chart.WIDTH + 2 * margin,
                chart.height() + 2 * margin,
                Markup.escape(chart.title()),
                before,
                svg.out);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Ink ink, String tip) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>%n",
                ink.cssClass(),
                x,
                y,
                width,
                height,
                Markup.escape(tip)));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                ink.cssClass(),
                x1,
                y1,
                x2,
                y2));
    }

    @Override
    public void text(double x, double y, Anchor anchor, Size size, Ink ink, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\"%s>%s</text>%n",
                ink.cssClass(),
                x,
                y,
                anchor.name().toLowerCase(Locale.ROOT),
                size.pixels(),
                size == Size.TITLE ? " font-weight=\"600\"" : "",
                Markup.escape(text)));
    }

    private static String style() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (Ink ink : Ink.values()) {
            light.append(rule(ink, ink.light()));
            dark.append(rule(ink, ink.dark()));
        }
        return light + "@media screen and (prefers-color-scheme: dark) {\n" + dark + "}\n";
    }

    private static String rule(Ink ink, String colour) {
        return "." + ink.cssClass() + " { fill: " + colour + "; }\nline." + ink.cssClass() + " { stroke: " + colour
                + "; stroke-width: 1; }\n";
    }
}

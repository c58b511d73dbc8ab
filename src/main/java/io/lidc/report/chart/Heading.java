package io.lidc.report.chart;

/** Title and subtitle over a chart. */
final class Heading {
    /** Height of both in CSS pixels. */
    static final int HEIGHT = 50;

    private Heading() {}

    static void draw(Chart chart, Canvas canvas) {
        canvas.text(0, 17, Canvas.Anchor.START, Canvas.Size.TITLE, Ink.TEXT, chart.title());
        canvas.text(0, 35, Canvas.Anchor.START, Canvas.Size.NORMAL, Ink.MUTED, chart.subtitle());
    }
}

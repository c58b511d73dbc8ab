package io.lidc.report.chart;

/** What a chart shows, and how it is laid out. */
public sealed interface Chart permits BarChart, Histogram {
    /** Width of every chart in CSS pixels: on a phone, one fills the page at its own size. */
    int WIDTH = 440;

    /** What it shows, in a few words. */
    String title();

    /** What is counted, by what, in which unit. */
    String subtitle();

    /** Height in CSS pixels. */
    int height();

    /** Draws it. */
    void draw(Canvas canvas);
}

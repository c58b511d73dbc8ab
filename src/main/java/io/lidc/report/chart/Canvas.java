package io.lidc.report.chart;

/** What a chart is drawn on. Coordinates are in CSS pixels from the upper left corner. */
interface Canvas {

    /** Which part of a text stands at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How large a text is. */
    enum Size {
        TITLE(15),
        NORMAL(12),
        SMALL(11);

        private final int pixels;

        Size(int pixels) {
            this.pixels = pixels;
        }

        int pixels() {
            return pixels;
        }
    }

    /** A filled rectangle; the tip is shown where the pointer rests on it. */
    void rectangle(double x, double y, double width, double height, Ink ink, String tip);

    /** A thin line. */
    void line(double x1, double y1, double x2, double y2, Ink ink);

    /** A line of text; y is that of its baseline. */
    void text(double x, double y, Anchor anchor, Size size, Ink ink, String text);
}

package io.lidc.report.chart;

/** How wide text is, without a font at hand. */
final class TextWidth {
    /** Of a letter, a capital, a digit and an ideograph in a wide font, as a share of the font's size. */
    private static final double LETTER = 0.58;

    private static final double CAPITAL = 0.69;
    private static final double DIGIT = 0.64;
    private static final double WIDE = 0.98;
    private static final String WIDEST = "mwMW";
    private static final double IDEOGRAPH = 1.0;
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private TextWidth() {}

    /** About so many CSS pixels. */
    static double of(String text, Canvas.Size size) {
        return text.codePoints().mapToDouble(TextWidth::of).sum() * size.pixels();
    }

    private static double of(int point) {
        if (point >= FIRST_IDEOGRAPH) {
            return IDEOGRAPH;
        }
        if (WIDEST.indexOf(point) >= 0) {
            return WIDE;
        }
        if (Character.isDigit(point)) {
            return DIGIT;
        }
        return Character.isUpperCase(point) ? CAPITAL : LETTER;
    }

    /** The text, or as much of its start as fits and an ellipsis. */
    static String fit(String text, Canvas.Size size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && of(cut + "…", size) > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.stripTrailing() + "…";
    }
}

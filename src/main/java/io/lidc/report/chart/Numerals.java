package io.lidc.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numerals {
    private static final int PLACES = 3;

    private Numerals() {}

    /** With thousands separated, and at most three decimal places: {@code 1,018}, {@code 0.703}. */
    public static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() <= 0
                ? String.format(Locale.ROOT, "%,d", rounded.longValue())
                : String.format(Locale.ROOT, "%,." + rounded.scale() + "f", rounded);
    }

    /** The least of 1, 2 and 5 times a power of ten that is no less than a number above 0. */
    public static double nice(double number) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(number)));
        for (int factor : new int[] {1, 2, 5, 10}) {
            BigDecimal candidate = power.multiply(BigDecimal.valueOf(factor));
            if (candidate.doubleValue() >= number * (1 - 1e-9)) {
                return candidate.round(MathContext.DECIMAL64).doubleValue();
            }
        }
        throw new IllegalArgumentException("not above 0: " + number);
    }
}

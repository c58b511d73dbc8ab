package io.lidc.dicom.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Parses a number of DS or IS (PS3.5 section 6.2), with the deviations that writers are known for: blanks around it, a
 * comma as decimal point, a fraction or an exponent in an IS, more than 16 characters.
 */
public final class DecimalParser {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Every number of this many digits is an exact double. */
    private static final int MAX_EXACT_DIGITS = 15;

    private DecimalParser() {}

    /** The double closest to the number, as {@link Double#parseDouble}; NaN if it is not a number or too large. */
    public static double parse(byte[] bytes, int from, int to) {
        int at = from;
        int end = to;
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        while (end > at && isBlank(bytes[end - 1])) {
            end--;
        }
        int first = at;
        boolean negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int scale = 0;
        int point = 0;
        for (; at < end; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                seen++;
                scale -= point;
                if (significant > 0 || c != '0') {
                    significant++;
                }
                digits = digits * 10 + (c - '0');
            } else if ((c == '.' || c == ',') && point == 0) {
                point = 1;
            } else {
                break;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        if (at < end) {
            int exponent = exponent(bytes, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            scale += exponent;
        }
        if (significant > MAX_EXACT_DIGITS || scale < -22 || scale > 22) {
            return slow(bytes, first, end);
        }
        // Both operands are exact, so the one rounding is that of the nearest double (Clinger 1990).
        double value = scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
        return negative ? -value : value;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == 0;
    }

    private static int exponent(byte[] bytes, int from, int end) {
        int at = from;
        if ((bytes[at++] | 0x20) != 'e' || at == end) {
            return Integer.MIN_VALUE;
        }
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        if (at == end || end - at > 4) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    private static double slow(byte[] bytes, int from, int end) {
        String text = new String(bytes, from, end - from, ISO_8859_1).replace(',', '.');
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}

package io.lidc.dicom.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import io.lidc.dicom.text.DecimalParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Types the decoded text of a value field by its VR (PS3.5 section 6.2). No text makes it fail. */
public final class TextValues {
    private TextValues() {}

    /**
     * All values of a text.
     *
     * @param text decoded; several values separated by backslashes where the VR allows them
     * @param vr of {@link Vr.Form#TEXT} or {@link Vr.Form#TEXTS}
     */
    public static List<Value> parse(String text, Vr vr) {
        if (vr.form() == Vr.Form.TEXT) {
            return List.of(new Value.Text(text));
        }
        List<Value> values = new ArrayList<>(2);
        int from = 0;
        for (int to = text.indexOf('\\'); to >= 0; to = text.indexOf('\\', from)) {
            values.add(typed(withoutPadding(text, from, to, vr), vr));
            from = to + 1;
        }
        values.add(typed(withoutPadding(text, from, text.length(), vr), vr));
        return values;
    }

    /** The text with the padding of each of its values removed. */
    public static String withoutPadding(String text, Vr vr) {
        if (!text.contains(" \\") && !text.contains("\\ ") && text.indexOf(0) < 0) {
            return text;
        }
        StringBuilder values = new StringBuilder(text.length());
        int from = 0;
        for (int to = text.indexOf('\\'); to >= 0; to = text.indexOf('\\', from)) {
            values.append(withoutPadding(text, from, to, vr)).append('\\');
            from = to + 1;
        }
        return values.append(withoutPadding(text, from, text.length(), vr)).toString();
    }

    private static String withoutPadding(String text, int from, int to, Vr vr) {
        int start = from;
        int end = to;
        while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        while (start < end && vr.ignoresLeadingSpaces() && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    private static Value typed(String text, Vr vr) {
        if (text.isEmpty()) {
            return new Value.Empty();
        }
        Value value =
                switch (vr) {
                    case DS -> decimal(text);
                    case IS -> whole(text);
                    case DA, TM, DT -> DateTimeParser.parse(text, vr);
                    default -> new Value.Text(text);
                };
        return value == null ? new Value.Unreadable(text) : value;
    }

    /** Writers also pad with NUL in front, which {@link String#trim} removes and {@link String#strip} does not. */
    private static Value decimal(String text) {
        double number = number(text);
        return Double.isNaN(number) ? null : new Value.Decimal(number, text.trim());
    }

    /** An IS with a fraction is read as the number it is, neither rounded nor refused. */
    private static Value whole(String text) {
        double number = number(text);
        if (Double.isNaN(number)) {
            return null;
        }
        if (number != Math.rint(number)) {
            return new Value.Decimal(number, text.trim());
        }
        if (Math.abs(number) < 1L << 53) {
            return new Value.Whole((long) number);
        }
        BigDecimal exact = new BigDecimal(text.replace(',', '.').trim());
        return exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? new Value.Whole(exact.longValue())
                : new Value.Whole(exact.toBigInteger());
    }

    private static double number(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return DecimalParser.parse(bytes, 0, bytes.length);
    }
}

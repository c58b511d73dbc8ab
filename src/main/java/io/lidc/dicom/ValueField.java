package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The value field of one row, decoded when asked. */
final class ValueField {
    private ValueField() {}

    /** Without padding, values delimited by backslashes; null where empty, skipped, or neither text nor numbers. */
    static String text(Table table, int row, Vr vr, CharacterSet characterSet) {
        int start = table.start(row);
        int end = start + table.held(row);
        byte[] bytes = table.bytes;
        if (vr.form() == Vr.Form.NUMBERS) {
            NumberField numbers = numbers(table, row, vr);
            return numbers.count() == 0 ? null : numbers.text();
        }
        if (!vr.isText()) {
            return null;
        }
        while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        if (vr.ignoresLeadingSpaces()) {
            while (start < end && bytes[start] == ' ') {
                start++;
            }
        }
        if (start == end) {
            return null;
        }
        String text = characterSet.decode(bytes, start, end - start, vr);
        return vr.form() == Vr.Form.TEXTS && text.indexOf('\\') >= 0 ? withoutInnerPadding(text, vr) : text;
    }

    private static String withoutInnerPadding(String text, Vr vr) {
        if (!text.contains(" \\") && !text.contains("\\ ") && text.indexOf(0) < 0) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        int from = 0;
        for (int to = text.indexOf('\\'); to >= 0; to = text.indexOf('\\', from)) {
            bare.append(bare(text, from, to, vr)).append('\\');
            from = to + 1;
        }
        return bare.append(bare(text, from, text.length(), vr)).toString();
    }

    static NumberField numbers(Table table, int row, Vr vr) {
        return new NumberField(table.bytes, table.start(row), table.held(row), vr, table.big(row));
    }

    /** One value as a number; NaN where it is absent or none. */
    static double decimal(Table table, int row, Vr vr, int index) {
        if (vr.form() == Vr.Form.NUMBERS && vr != Vr.AT) {
            NumberField numbers = numbers(table, row, vr);
            return index < numbers.count() ? numbers.decimal(index) : Double.NaN;
        }
        if (vr.form() != Vr.Form.TEXTS) {
            return Double.NaN;
        }
        byte[] bytes = table.bytes;
        int from = table.start(row);
        int end = from + table.held(row);
        for (int skipped = 0; skipped < index; skipped++) {
            from = delimiter(bytes, from, end) + 1;
            if (from > end) {
                return Double.NaN;
            }
        }
        return Decimal.parse(bytes, from, delimiter(bytes, from, end));
    }

    private static int delimiter(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Every value, typed; none for a value field that is empty, skipped, or holds items, bytes or words. */
    static List<Value> values(Table table, int row, Vr vr, CharacterSet characterSet) {
        if (vr.form() == Vr.Form.NUMBERS) {
            return numbers(numbers(table, row, vr));
        }
        String text = text(table, row, vr, characterSet);
        if (text == null) {
            return List.of();
        }
        return vr.form() == Vr.Form.TEXT ? List.of(new Value.Text(text)) : texts(text, vr);
    }

    private static List<Value> numbers(NumberField numbers) {
        int count = numbers.count();
        List<Value> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(number(numbers, i));
        }
        return values;
    }

    private static List<Value> texts(String text, Vr vr) {
        List<Value> values = new ArrayList<>(2);
        int from = 0;
        for (int to = text.indexOf('\\'); to >= 0; to = text.indexOf('\\', from)) {
            values.add(typed(bare(text, from, to, vr), vr));
            from = to + 1;
        }
        values.add(typed(bare(text, from, text.length(), vr), vr));
        return values;
    }

    private static Value number(NumberField numbers, int index) {
        if (numbers.vr() == Vr.AT) {
            return new Value.Attribute((int) numbers.integer(index));
        }
        return numbers.isWhole()
                ? new Value.Whole(numbers.whole(index))
                : new Value.Decimal(numbers.decimal(index), null);
    }

    private static String bare(String text, int from, int to, Vr vr) {
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
                    case DA, TM, DT -> MomentText.parse(text, vr);
                    default -> new Value.Text(text);
                };
        return value == null ? new Value.Unreadable(text) : value;
    }

    private static Value decimal(String text) {
        double number = number(text);
        return Double.isNaN(number) ? null : new Value.Decimal(number, text);
    }

    /** An IS that holds a fraction is read as the number that it is, neither rounded nor refused. */
    private static Value whole(String text) {
        double number = number(text);
        if (Double.isNaN(number)) {
            return null;
        }
        if (number != Math.rint(number)) {
            return new Value.Decimal(number, text);
        }
        if (Math.abs(number) < 1L << 53) {
            return new Value.Whole((long) number);
        }
        BigDecimal exact = new BigDecimal(text.replace(',', '.').strip());
        return exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                ? new Value.Whole(exact.longValue())
                : new Value.Whole(exact.toBigInteger());
    }

    private static double number(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return Decimal.parse(bytes, 0, bytes.length);
    }
}

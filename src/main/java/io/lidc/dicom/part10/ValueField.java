package io.lidc.dicom.part10;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import io.lidc.dicom.text.DecimalParser;
import io.lidc.dicom.value.TextValues;
import java.util.ArrayList;
import java.util.List;

/** The value field of one row, decoded on request. */
final class ValueField {
    private ValueField() {}

    /** As {@link io.lidc.dicom.Element#text()}. */
    static String text(ElementTable table, int row, Vr vr, CharacterSet characterSet) {
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
        return vr.form() == Vr.Form.TEXTS && text.indexOf('\\') >= 0 ? TextValues.withoutPadding(text, vr) : text;
    }

    private static NumberField numbers(ElementTable table, int row, Vr vr) {
        return new NumberField(table.bytes, table.start(row), table.held(row), vr, table.big(row));
    }

    /** One value (from 0) as a number; NaN if it is absent or not a number. */
    static double decimal(ElementTable table, int row, Vr vr, int index) {
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
        return DecimalParser.parse(bytes, from, delimiter(bytes, from, end));
    }

    private static int delimiter(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** As {@link io.lidc.dicom.Element#values()}. */
    static List<Value> values(ElementTable table, int row, Vr vr, CharacterSet characterSet) {
        if (vr.form() == Vr.Form.NUMBERS) {
            return values(numbers(table, row, vr));
        }
        String text = text(table, row, vr, characterSet);
        return text == null ? List.of() : TextValues.parse(text, vr);
    }

    private static List<Value> values(NumberField numbers) {
        int count = numbers.count();
        List<Value> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(numbers.value(i));
        }
        return values;
    }
}

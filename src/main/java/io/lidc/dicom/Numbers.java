package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.text.DecimalParser;
import java.util.List;

/** Reads typed values as numbers, whatever their VR. */
final class Numbers {
    private Numbers() {}

    /** The value at an index (from 0) as a number; NaN if it is absent or not a number. */
    static double at(List<Value> values, int index) {
        return index < values.size() ? number(values.get(index)) : Double.NaN;
    }

    private static double number(Value value) {
        if (value instanceof Value.Decimal decimal) {
            return decimal.number();
        }
        if (value instanceof Value.Whole whole) {
            return whole.number().doubleValue();
        }
        if (value instanceof Value.Text text) {
            return parse(text.text());
        }
        return value instanceof Value.DateTime dateTime ? parse(dateTime.text()) : Double.NaN;
    }

    private static double parse(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return DecimalParser.parse(bytes, 0, bytes.length);
    }
}

package io.lidc.metadata;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Values as PS3.18 section F.2.3 has them by their VR: numbers where they read as such, else as they stand, empty ones
 * among others as null.
 */
final class JsonValues {
    private static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};

    /** RFC 8259 section 6. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    /** Up to here doubles, which many readers of JSON take all numbers for, hold every integer. */
    private static final long SAFE_INTEGER = 1L << 53;

    private JsonValues() {}

    /** Writes the member {@code Value}; nothing for an empty value field (section F.2.5). */
    static void write(List<Value> values, Vr vr, JsonGenerator out) throws IOException {
        if (values.stream().allMatch(value -> isEmpty(value, vr)) && values.size() < 2) {
            return;
        }
        out.writeArrayFieldStart("Value");
        for (Value value : values) {
            if (isEmpty(value, vr)) {
                out.writeNull();
            } else {
                write(value, vr, out);
            }
        }
        out.writeEndArray();
    }

    private static boolean isEmpty(Value value, Vr vr) {
        return value instanceof Value.Empty
                || (vr == Vr.PN
                        && value instanceof Value.Text name
                        && name.text().chars().allMatch(c -> c == '='));
    }

    private static void write(Value value, Vr vr, JsonGenerator out) throws IOException {
        if (value instanceof Value.Text text) {
            if (vr == Vr.PN) {
                writeName(text.text(), out);
            } else {
                out.writeString(text.text());
            }
        } else if (value instanceof Value.Decimal decimal) {
            writeDecimal(decimal, vr, out);
        } else if (value instanceof Value.Whole whole) {
            writeWhole(whole.number(), out);
        } else if (value instanceof Value.Attribute attribute) {
            out.writeString(DicomJson.name(attribute.tag()));
        } else if (value instanceof Value.Moment moment) {
            out.writeString(moment.text());
        } else if (value instanceof Value.Unreadable unreadable) {
            out.writeString(unreadable.text());
        }
    }

    private static void writeName(String name, JsonGenerator out) throws IOException {
        out.writeStartObject();
        String[] groups = name.split("=", NAME_GROUPS.length);
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isEmpty()) {
                out.writeStringField(NAME_GROUPS[i], groups[i]);
            }
        }
        out.writeEndObject();
    }

    private static void writeDecimal(Value.Decimal decimal, Vr vr, JsonGenerator out) throws IOException {
        if (vr == Vr.DS) {
            writeDecimalString(decimal.text(), out);
        } else if (vr == Vr.IS) {
            out.writeString(decimal.text());
        } else if (!Double.isFinite(decimal.number())) {
            out.writeString(nonFinite(decimal.number()));
        } else if (vr == Vr.FL) {
            out.writeNumber((float) decimal.number());
        } else {
            out.writeNumber(decimal.number());
        }
    }

    /** With all the digits that it has, which a double might not hold. */
    private static void writeDecimalString(String text, JsonGenerator out) throws IOException {
        out.writeNumber(NUMBER.matcher(text).matches() ? text : new BigDecimal(text.replace(',', '.')).toString());
    }

    /** JSON knows no number for them. */
    private static String nonFinite(double number) {
        return Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf";
    }

    private static void writeWhole(Number number, JsonGenerator out) throws IOException {
        if (number instanceof BigInteger || number.longValue() > SAFE_INTEGER || number.longValue() < -SAFE_INTEGER) {
            out.writeString(number.toString());
        } else {
            out.writeNumber(number.longValue());
        }
    }
}

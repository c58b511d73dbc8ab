package io.lidc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Values as PS3.18 section F.2.3 has them by their VR: numbers where they read as such, else as they stand, empty ones
 * among others as null.
 */
final class JsonValues {
    static final SerializableString VALUE = new SerializedString("Value");
    /** Of a person name (section F.2.2), in the order of PS3.5 section 6.2.1.2. */
    static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};

    /** Up to here doubles, which many readers of JSON take all numbers for, hold every integer. */
    private static final long SAFE_INTEGER = 1L << 53;

    private JsonValues() {}

    /** Writes the member {@code Value}; nothing for an empty value field (section F.2.5). */
    static void write(List<Value> values, Vr vr, JsonGenerator out) throws IOException {
        if (values.isEmpty() || (values.size() == 1 && isEmpty(values.get(0), vr))) {
            return;
        }
        out.writeFieldName(VALUE);
        out.writeStartArray();
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
                        && name.text().matches("=+"));
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
        } else if (value instanceof Value.DateTime moment) {
            out.writeString(moment.text());
        } else {
            out.writeString(((Value.Unreadable) value).text());
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
        out.writeNumber(isJsonNumber(text) ? text : new BigDecimal(text.replace(',', '.')).toString());
    }

    /** Whether a decimal string is, as most are, a number of RFC 8259 section 6 without exponent. */
    private static boolean isJsonNumber(String text) {
        int first = text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        int whole = (point < 0 ? text.length() : point) - first;
        return whole > 0 && (whole == 1 || text.charAt(first) != '0') && point != text.length() - 1;
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

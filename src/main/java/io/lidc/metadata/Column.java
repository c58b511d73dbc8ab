package io.lidc.metadata;

import io.lidc.dicom.Header;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One attribute that has a column of its own.
 *
 * @param name of the column: the attribute's keyword in snake_case, with a suffix for one value of several
 * @param tag of the attribute, as 0xggggeeee
 * @param index of the value, from 0; text is kept whole, all its values joined by a backslash as stored
 * @param unit in symbols, such as mm; empty where there is none
 * @param meaning what the value says, in a phrase
 */
public record Column(String name, int tag, int index, Kind kind, String unit, String meaning) {

    /** How a column holds its value. */
    public enum Kind {
        /** Decoded text as stored, without padding. */
        TEXT,
        /** A double. */
        DECIMAL,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A date as {@code 2000-01-31}; a partial or impossible one as stored. */
        DATE,
        /** A time as {@code 14:05:06.25}; a partial or impossible one as stored. */
        TIME
    }

    /** The attribute's value for this column: a String, Double or Integer; null where there is none of that type. */
    public Object value(Header header, Deidentification deidentification) {
        return holdsNumbers() ? number(header, deidentification) : kept(text(header), deidentification);
    }

    private Object number(Header header, Deidentification deidentification) {
        if (deidentification.hides(tag)) {
            return null;
        }
        if (kind == Kind.INTEGER) {
            return header.integer(tag, index);
        }
        return finite(header.decimal(tag, index));
    }

    /** The text that a column without numbers is of; null where there is none. */
    String text(Header header) {
        return storable(header.text(tag));
    }

    /** What a column without numbers holds of its text. */
    String kept(String text, Deidentification deidentification) {
        String kept = deidentification.text(tag, text);
        return switch (kind) {
            case DATE -> IsoText.date(kept);
            case TIME -> IsoText.time(kept);
            default -> kept;
        };
    }

    boolean holdsNumbers() {
        return kind == Kind.DECIMAL || kind == Kind.INTEGER;
    }

    /** Databases keep neither NaN nor infinities alike, nor a negative zero. */
    private static Double finite(Double value) {
        return value != null && Double.isFinite(value) ? Double.valueOf(value + 0.0) : null;
    }

    /** PostgreSQL refuses U+0000 in text. */
    private static String storable(String text) {
        if (text == null) {
            return null;
        }
        String storable = text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
        return storable.indexOf('\\') < 0 ? storable : withoutPadding(storable);
    }

    /** Blanks around each of several values are padding (PS3.5 section 6.2). */
    private static String withoutPadding(String values) {
        return Arrays.stream(values.split("\\\\", -1)).map(String::strip).collect(Collectors.joining("\\"));
    }
}

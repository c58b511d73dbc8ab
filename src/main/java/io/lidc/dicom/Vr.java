package io.lidc.dicom;

import static io.lidc.dicom.Vr.Form.BYTES;
import static io.lidc.dicom.Vr.Form.ITEMS;
import static io.lidc.dicom.Vr.Form.NUMBERS;
import static io.lidc.dicom.Vr.Form.TEXT;
import static io.lidc.dicom.Vr.Form.TEXTS;

/** Value representations (PS3.5 section 6.2) with the properties that reading and writing them needs. */
public enum Vr {
    /** Application Entity. */
    AE(TEXTS, 1, false, false),
    /** Age String. */
    AS(TEXTS, 1, false, false),
    /** Attribute Tag. */
    AT(NUMBERS, 2, false, false),
    /** Code String. */
    CS(TEXTS, 1, false, false),
    /** Date. */
    DA(TEXTS, 1, false, false),
    /** Decimal String. */
    DS(TEXTS, 1, false, false),
    /** Date Time. */
    DT(TEXTS, 1, false, false),
    /** Floating Point Double. */
    FD(NUMBERS, 8, false, false),
    /** Floating Point Single. */
    FL(NUMBERS, 4, false, false),
    /** Integer String. */
    IS(TEXTS, 1, false, false),
    /** Long String. */
    LO(TEXTS, 1, false, true),
    /** Long Text. */
    LT(TEXT, 1, false, true),
    /** Other Byte. */
    OB(BYTES, 1, true, false),
    /** Other Double. */
    OD(BYTES, 8, true, false),
    /** Other Float. */
    OF(BYTES, 4, true, false),
    /** Other Long. */
    OL(BYTES, 4, true, false),
    /** Other 64-bit Very Long. */
    OV(BYTES, 8, true, false),
    /** Other Word. */
    OW(BYTES, 2, true, false),
    /** Person Name. */
    PN(TEXTS, 1, false, true),
    /** Short String. */
    SH(TEXTS, 1, false, true),
    /** Signed Long. */
    SL(NUMBERS, 4, false, false),
    /** Sequence of Items. */
    SQ(ITEMS, 1, true, false),
    /** Signed Short. */
    SS(NUMBERS, 2, false, false),
    /** Short Text. */
    ST(TEXT, 1, false, true),
    /** Signed 64-bit Very Long. */
    SV(NUMBERS, 8, true, false),
    /** Time. */
    TM(TEXTS, 1, false, false),
    /** Unlimited Characters. */
    UC(TEXTS, 1, true, true),
    /** Unique Identifier. */
    UI(TEXTS, 1, false, false),
    /** Unsigned Long. */
    UL(NUMBERS, 4, false, false),
    /** Unknown. */
    UN(BYTES, 1, true, false),
    /** Universal Resource Identifier or Locator. */
    UR(TEXT, 1, true, false),
    /** Unsigned Short. */
    US(NUMBERS, 2, false, false),
    /** Unlimited Text. */
    UT(TEXT, 1, true, true),
    /** Unsigned 64-bit Very Long. */
    UV(NUMBERS, 8, true, false);

    /** Content of a value field. */
    public enum Form {
        /** Characters, values separated by a backslash. */
        TEXTS,
        /** Characters, a single value in which a backslash is no delimiter. */
        TEXT,
        /** Binary numbers of fixed width. */
        NUMBERS,
        /** Bytes or words that the VR does not interpret. */
        BYTES,
        /** Items of a sequence. */
        ITEMS
    }

    private static final Vr[] BY_NAME = new Vr[32 * 32];

    static {
        for (Vr vr : values()) {
            BY_NAME[slot(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Form form;
    private final int width;
    private final boolean longLength;
    private final boolean charset;

    Vr(Form form, int width, boolean longLength, boolean charset) {
        this.form = form;
        this.width = width;
        this.longLength = longLength;
        this.charset = charset;
    }

    /** The VR of two bytes; null if PS3.5 defines none. */
    public static Vr of(int first, int second) {
        return first < 'A' || first > 'Z' || second < 'A' || second > 'Z' ? null : BY_NAME[slot(first, second)];
    }

    private static int slot(int first, int second) {
        return (first & 31) << 5 | second & 31;
    }

    /** Content of its value field. */
    public Form form() {
        return form;
    }

    /** Bytes of the unit that a change of byte order swaps: 2 for AT, whose group and element swap each. */
    public int width() {
        return width;
    }

    /** Whether explicit VR gives it a 32-bit length after two reserved bytes (PS3.5 table 7.1-1). */
    public boolean hasLongLength() {
        return longLength;
    }

    /** Whether Specific Character Set (0008,0005) applies to its text (PS3.5 section 6.1.2.2). */
    public boolean usesCharacterSet() {
        return charset;
    }

    /** Whether its value field holds characters. */
    public boolean isText() {
        return form == TEXT || form == TEXTS;
    }

    /** Whether spaces before a value carry no meaning (PS3.5 table 6.2-1). */
    public boolean ignoresLeadingSpaces() {
        return form == TEXTS && this != UC && this != PN;
    }

    /** The byte that pads a value to even length. */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }
}

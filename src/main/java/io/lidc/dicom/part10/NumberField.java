package io.lidc.dicom.part10;

import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.math.BigInteger;

/** The binary numbers of a value field: AT, FD, FL, SL, SS, SV, UL, US and UV (PS3.5 section 6.2). */
record NumberField(byte[] bytes, int start, int length, Vr vr, boolean big) {

    /** Bytes of one number: an AT is a pair. */
    private int step() {
        return vr == Vr.AT ? 4 : vr.width();
    }

    /** Number of complete numbers in the value field. */
    int count() {
        return length / step();
    }

    /** A number, typed by the VR. */
    Value value(int index) {
        if (vr == Vr.AT) {
            return new Value.Attribute((int) integer(index));
        }
        return vr == Vr.FL || vr == Vr.FD ? new Value.Decimal(decimal(index), null) : new Value.Whole(whole(index));
    }

    double decimal(int index) {
        int at = start + index * step();
        return switch (vr) {
            case FL -> Float.intBitsToFloat(Encoding.intAt(bytes, at, big));
            case FD -> Double.longBitsToDouble(Encoding.longAt(bytes, at, big));
            case UV -> whole(index).doubleValue();
            default -> integer(index);
        };
    }

    /** An integer; for a UV its 64 bits. */
    private long integer(int index) {
        int at = start + index * step();
        return switch (vr) {
            case US -> Encoding.unsignedShort(bytes, at, big);
            case SS -> (short) Encoding.unsignedShort(bytes, at, big);
            case UL -> Encoding.intAt(bytes, at, big) & 0xFFFF_FFFFL;
            case SL -> Encoding.intAt(bytes, at, big);
            case SV, UV -> Encoding.longAt(bytes, at, big);
            case AT -> (big ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE).tagAt(bytes, at) & 0xFFFF_FFFFL;
            default -> throw new IllegalStateException(vr + " holds no whole numbers");
        };
    }

    private Number whole(int index) {
        long bits = integer(index);
        return vr == Vr.UV && bits < 0 ? new BigInteger(Long.toUnsignedString(bits)) : (Number) bits;
    }

    /** As text: a decimal number, the shortest that reads back equal, or for an AT eight hexadecimal digits. */
    private String text(int index) {
        return switch (vr) {
            case FL -> Float.toString(Float.intBitsToFloat(Encoding.intAt(bytes, start + index * 4, big)));
            case FD -> Double.toString(decimal(index));
            case AT -> String.format("%08X", integer(index));
            default -> whole(index).toString();
        };
    }

    /** All numbers, separated by backslashes as the values of text VRs are. */
    String text() {
        if (count() == 1) {
            return text(0);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count(); i++) {
            all.append(i == 0 ? "" : "\\").append(text(i));
        }
        return all.toString();
    }
}

package io.lidc.dicom.part10;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Vr;

/** Detects from the first data elements how a data set is encoded, or that the bytes are not a data set. */
final class EncodingDetector {
    private static final int MAX_SCORE = 8;
    private static final int PENALTY = 3;

    /** Groups with which a data set starts: the subject of an image comes before the image. */
    private static final int MAX_FIRST_GROUP = 0xFF;

    private final byte[] bytes;
    private final int from;
    private final int limit;
    private final long left;

    /**
     * @param limit end of the available bytes
     * @param left number of bytes of the object from {@code from} on; -1 if unknown
     */
    EncodingDetector(byte[] bytes, int from, int limit, long left) {
        this.bytes = bytes;
        this.from = from;
        this.limit = limit;
        this.left = left < 0 ? Long.MAX_VALUE : left;
    }

    /** Whether the first element leaves no doubt that a data set is encoded as declared: the usual case, at low cost. */
    static boolean confirms(Encoding declared, byte[] bytes, int from, int limit) {
        if (limit - from < 8 || declared.tagAt(bytes, from) >>> 16 > MAX_FIRST_GROUP) {
            return false;
        }
        boolean namesVr = Vr.of(bytes[from + 4], bytes[from + 5]) != null;
        return declared.explicit
                ? namesVr
                : !namesVr && Integer.compareUnsigned(Encoding.intAt(bytes, from + 4, declared.big), limit - from) < 0;
    }

    /**
     * The encoding that reads the most elements.
     *
     * @param declared is preferred where no other one reads more; null if none is declared
     * @return null if none reads any element, and none is declared
     */
    Encoding detect(Encoding declared) {
        Encoding best = declared;
        int highest = declared == null ? 0 : score(declared);
        for (Encoding other : Encoding.values()) {
            int score = score(other);
            if (score > Math.max(highest, 0)) {
                highest = score;
                best = other;
            }
        }
        return best;
    }

    /** As {@link #detect}, where nothing else marks the bytes as DICOM: null unless several elements are consistent. */
    Encoding detectUndeclared() {
        Encoding best = detect(null);
        if (best == null) {
            return null;
        }
        int group = best.tagAt(bytes, from) >>> 16;
        boolean starts = group >= 2 && group <= 0x28 && (group & 1) == 0;
        return starts && (score(best) >= 2 || endsAfterFirst(best)) ? best : null;
    }

    private boolean endsAfterFirst(Encoding encoding) {
        return left == next(encoding, from) - from;
    }

    /** Number of consecutive elements that are plausible; {@link #PENALTY} less if one follows that is not. */
    private int score(Encoding encoding) {
        long at = from;
        int last = 0;
        int count = 0;
        while (count < MAX_SCORE && limit - at >= 8) {
            int tag = encoding.tagAt(bytes, (int) at);
            long next = next(encoding, (int) at);
            boolean plausible = next >= 0
                    && tag >>> 16 != 0xFFFE
                    && Integer.compareUnsigned(tag, last) > 0
                    && (count > 0 || tag >>> 16 <= MAX_FIRST_GROUP)
                    && (encoding.explicit || (tag & 0x1_0000) != 0 || DataDictionary.vr(tag) != Vr.UN);
            if (!plausible) {
                return count - PENALTY;
            }
            if (next - from > left) {
                return count == 0 ? -PENALTY : count;
            }
            count++;
            last = tag;
            at = next;
        }
        return count;
    }

    /** Position after the element at {@code at}, the limit for an undefined length; -1 if it is not an element. */
    private long next(Encoding encoding, int at) {
        if (limit - at < 8) {
            return -1;
        }
        int start = at + 8;
        int length;
        if (encoding.explicit) {
            Vr vr = Vr.of(bytes[at + 4], bytes[at + 5]);
            if (vr == null || vr.hasLongLength() && limit - at < 12) {
                return -1;
            }
            start = vr.hasLongLength() ? at + 12 : start;
            length = vr.hasLongLength()
                    ? Encoding.intAt(bytes, at + 8, encoding.big)
                    : Encoding.unsignedShort(bytes, at + 6, encoding.big);
            if (length == -1 && vr.form() != Vr.Form.ITEMS && vr.form() != Vr.Form.BYTES) {
                return -1;
            }
        } else {
            length = Encoding.intAt(bytes, at + 4, encoding.big);
        }
        return length == -1 ? limit : start + (length & 0xFFFF_FFFFL);
    }
}

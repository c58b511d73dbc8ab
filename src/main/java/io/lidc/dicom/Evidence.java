package io.lidc.dicom;

/** Tells from the first data elements how a data set is encoded, or that the bytes are none. */
final class Evidence {
    private static final int ENOUGH = 8;
    private static final int BROKEN = -3;

    /** Groups that a data set starts with: what it is about comes before its image. */
    private static final int LAST_FIRST_GROUP = 0xFF;

    private final byte[] bytes;
    private final int from;
    private final int limit;
    private final long left;

    /**
     * @param limit where the bytes at hand end
     * @param left bytes of the object from {@code from} on; -1 where unknown
     */
    Evidence(byte[] bytes, int from, int limit, long left) {
        this.bytes = bytes;
        this.from = from;
        this.limit = limit;
        this.left = left < 0 ? Long.MAX_VALUE : left;
    }

    /** Whether the first element leaves no doubt that a data set is encoded as it says: mostly so, and cheap. */
    static boolean confirms(Encoding stated, byte[] bytes, int from, int limit) {
        if (limit - from < 8 || stated.tagAt(bytes, from) >>> 16 > LAST_FIRST_GROUP) {
            return false;
        }
        boolean namesVr = Vr.of(bytes[from + 4], bytes[from + 5]) != null;
        return stated.explicit
                ? namesVr
                : !namesVr && Integer.compareUnsigned(Encoding.intAt(bytes, from + 4, stated.big), limit - from) < 0;
    }

    /** The encoding that reads the most elements; what is stated where none does better; null where none is. */
    Encoding conclude(Encoding stated) {
        Encoding best = stated;
        int most = stated == null ? 0 : score(stated);
        for (Encoding other : Encoding.values()) {
            int score = score(other);
            if (score > Math.max(most, 0)) {
                most = score;
                best = other;
            }
        }
        return best;
    }

    /** As {@link #conclude}, where nothing else says that the bytes are DICOM: null unless several elements do. */
    Encoding concludeUnaided() {
        Encoding best = conclude(null);
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

    /** How many elements in a row make sense; three less where one follows that does not. */
    private int score(Encoding encoding) {
        long at = from;
        int last = 0;
        int count = 0;
        while (count < ENOUGH && limit - at >= 8) {
            int tag = encoding.tagAt(bytes, (int) at);
            long next = next(encoding, (int) at);
            boolean sound = next >= 0
                    && tag >>> 16 != 0xFFFE
                    && Integer.compareUnsigned(tag, last) > 0
                    && (count > 0 || tag >>> 16 <= LAST_FIRST_GROUP)
                    && (encoding.explicit || (tag & 0x1_0000) != 0 || DataDictionary.vr(tag) != Vr.UN);
            if (!sound) {
                return count + BROKEN;
            }
            if (next - from > left) {
                return count == 0 ? BROKEN : count;
            }
            count++;
            last = tag;
            at = next;
        }
        return count;
    }

    /** Where the element after the one at {@code at} starts, far away for an undefined length; -1 for none at all. */
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

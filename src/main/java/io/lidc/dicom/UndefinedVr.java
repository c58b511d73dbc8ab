package io.lidc.dicom;

import java.io.IOException;

/**
 * How an element is encoded whose VR PS3.5 does not define, as {@code ??} or two zero bytes: told by what follows it.
 *
 * @param headerLength bytes before its value
 */
record UndefinedVr(int headerLength, int length) {

    /** The form that leads to another element; null where none does. */
    static UndefinedVr resolve(Window window, int at, Frame frame, int tag, Limits limits)
            throws DicomException, IOException {
        boolean big = frame.encoding.big;
        byte[] bytes = window.bytes();
        int shortLength = Encoding.unsignedShort(bytes, at + 6, big);
        UndefinedVr asShort = new UndefinedVr(8, shortLength);
        UndefinedVr asImplicit = new UndefinedVr(8, Encoding.intAt(bytes, at + 4, big));
        boolean reserved = shortLength == 0 && window.reach(at + 12);
        UndefinedVr asLong = reserved ? new UndefinedVr(12, Encoding.intAt(window.bytes(), at + 8, big)) : asShort;
        // A VR of a later edition has the long form (PS3.5 section 6.2); a blank or garbled one mostly the short form.
        boolean letters = isLetter(bytes[at + 4]) && isLetter(bytes[at + 5]);
        for (UndefinedVr form :
                new UndefinedVr[] {letters ? asLong : asShort, letters ? asShort : asLong, asImplicit}) {
            if (form.length >= 0
                    && form.length <= limits.valueBytes()
                    && leadsOn(window, at + form.headerLength + form.length, frame, tag)) {
                return form;
            }
        }
        return null;
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean leadsOn(Window window, int next, Frame frame, int tag) throws DicomException, IOException {
        long left = frame.end - (next + window.shift());
        if (left <= 0) {
            return left == 0;
        }
        if (!window.reach(next + 8)) {
            return window.limit() == next;
        }
        byte[] bytes = window.bytes();
        int following = frame.encoding.tagAt(bytes, next);
        if (following >>> 16 == 0xFFFE) {
            return frame.kind == Frame.Kind.ITEM;
        }
        return Integer.compareUnsigned(following, tag) > 0
                && (Vr.of(bytes[next + 4], bytes[next + 5]) != null || following >>> 16 == tag >>> 16);
    }
}

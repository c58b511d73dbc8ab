package io.lidc.dicom.part10;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Vr;
import java.io.IOException;

/**
 * How an element is encoded whose VR PS3.5 does not define, such as {@code ??} or two zero bytes: inferred from what
 * follows it.
 *
 * @param headerLength number of bytes before its value
 */
record UndefinedVr(int headerLength, int length) {

    /** The form that is followed by another element; null if none is. */
    static UndefinedVr resolve(HeaderBuffer buffer, int at, ParseScope scope, int tag, Limits limits)
            throws DicomException, IOException {
        boolean big = scope.encoding.big;
        byte[] bytes = buffer.bytes();
        int shortLength = Encoding.unsignedShort(bytes, at + 6, big);
        UndefinedVr asShort = new UndefinedVr(8, shortLength);
        UndefinedVr asImplicit = new UndefinedVr(8, Encoding.intAt(bytes, at + 4, big));
        boolean reserved = shortLength == 0 && buffer.reach(at + 12);
        UndefinedVr asLong = reserved ? new UndefinedVr(12, Encoding.intAt(buffer.bytes(), at + 8, big)) : asShort;
        // A VR of a later edition has the long form (PS3.5 section 6.2); a blank or garbled one mostly the short form.
        boolean letters = isLetter(bytes[at + 4]) && isLetter(bytes[at + 5]);
        for (UndefinedVr form :
                new UndefinedVr[] {letters ? asLong : asShort, letters ? asShort : asLong, asImplicit}) {
            if (form.length >= 0
                    && form.length <= limits.valueBytes()
                    && isFollowed(buffer, at + form.headerLength + form.length, scope, tag)) {
                return form;
            }
        }
        return null;
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isFollowed(HeaderBuffer buffer, int next, ParseScope scope, int tag)
            throws DicomException, IOException {
        long left = scope.end - (next + buffer.shift());
        if (left <= 0) {
            return left == 0;
        }
        if (!buffer.reach(next + 8)) {
            return buffer.limit() == next;
        }
        byte[] bytes = buffer.bytes();
        int following = scope.encoding.tagAt(bytes, next);
        if (following >>> 16 == 0xFFFE) {
            return scope.kind == ParseScope.Kind.ITEM;
        }
        return Integer.compareUnsigned(following, tag) > 0
                && (Vr.of(bytes[next + 4], bytes[next + 5]) != null || following >>> 16 == tag >>> 16);
    }
}

package io.lidc.dicom.part10;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.Tag;
import java.io.IOException;

/** The fragments of encapsulated pixel data inside a sequence, such as that of an icon (PS3.5 section A.4). */
final class Fragments {
    private Fragments() {}

    /**
     * Skips them.
     *
     * @param from position in the buffer of the first one
     * @return position in the buffer after their delimiter
     */
    static int skip(HeaderBuffer buffer, int from, ParseScope scope) throws DicomException, IOException {
        Encoding encoding = scope.encoding;
        int at = from;
        while (true) {
            if (!buffer.reach(at + 8)) {
                throw buffer.truncated(at);
            }
            int tag = encoding.tagAt(buffer.bytes(), at);
            long length = Encoding.intAt(buffer.bytes(), at + 4, encoding.big) & 0xFFFF_FFFFL;
            int start = at + 8;
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                return start;
            }
            if (tag != Tag.ITEM || start + buffer.shift() + length > scope.end) {
                throw buffer.malformed(at, "something other than a fragment");
            }
            if (!buffer.skip(start, length)) {
                throw buffer.truncated(at);
            }
            at = start;
        }
    }
}

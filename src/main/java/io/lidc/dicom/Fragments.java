package io.lidc.dicom;

import java.io.IOException;

/** The fragments of encapsulated pixel data, as an icon in a sequence can have them (PS3.5 section A.4). */
final class Fragments {
    private Fragments() {}

    /**
     * Skips them.
     *
     * @param from position in the window of the first one
     * @return position in the window behind their delimiter
     */
    static int skip(Window window, int from, Frame frame) throws DicomException, IOException {
        Encoding encoding = frame.encoding;
        int at = from;
        while (true) {
            if (!window.reach(at + 8)) {
                throw window.truncated(at);
            }
            int tag = encoding.tagAt(window.bytes(), at);
            long length = Encoding.intAt(window.bytes(), at + 4, encoding.big) & 0xFFFF_FFFFL;
            int start = at + 8;
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                return start;
            }
            if (tag != Tag.ITEM || start + window.shift() + length > frame.end) {
                throw window.malformed(at, "something else than a fragment");
            }
            if (!window.skip(start, length)) {
                throw window.truncated(at);
            }
            at = start;
        }
    }
}

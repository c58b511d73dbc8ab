package io.lidc.dicom;

import java.io.IOException;

/** What stands before the value of a data element (PS3.5 section 7.1), read anew for each: a cursor, not a record. */
final class ElementHeader {
    static final int UNDEFINED = -1;

    private final Window window;
    private final Limits limits;

    /** Where the element starts in the window. */
    int at;

    int tag;
    Vr vr;

    /** Whether the VR is that of the data dictionary, as none is encoded. */
    boolean concluded;

    boolean big;

    /** Where the value starts in the window. */
    int start;

    /** As it is encoded, to be taken as unsigned; {@link #UNDEFINED} for an undefined one. */
    int length;

    ElementHeader(Window window, Limits limits) {
        this.window = window;
        this.limits = limits;
    }

    /** Reads the tag at a position; eight bytes are there. */
    void readTag(int position, Encoding encoding) {
        at = position;
        big = encoding.big;
        tag = encoding.tagAt(window.bytes(), position);
    }

    /** Reads the length of an item or a delimiter, which have no VR (PS3.5 section 7.5). */
    void readItemLength() {
        concluded = false;
        vr = Vr.SQ;
        start = at + 8;
        length = Encoding.intAt(window.bytes(), at + 4, big);
    }

    /**
     * Reads VR and length.
     *
     * @return whether the VR is one of PS3.5, or none is encoded
     */
    boolean readVrAndLength(Frame frame) throws DicomException, IOException {
        byte[] bytes = window.bytes();
        concluded = !frame.encoding.explicit;
        if (concluded) {
            vr = DataDictionary.vr(tag);
            length = Encoding.intAt(bytes, at + 4, big);
            start = at + 8;
            return true;
        }
        vr = Vr.of(bytes[at + 4], bytes[at + 5]);
        if (vr == null) {
            readUndefinedVr(frame);
            return false;
        }
        if (!vr.hasLongLength()) {
            length = Encoding.unsignedShort(bytes, at + 6, big);
            start = at + 8;
            return true;
        }
        if (!window.reach(at + 12)) {
            throw window.truncated(at);
        }
        length = Encoding.intAt(window.bytes(), at + 8, big);
        start = at + 12;
        return true;
    }

    private void readUndefinedVr(Frame frame) throws DicomException, IOException {
        UndefinedVr found = UndefinedVr.resolve(window, at, frame, tag, limits);
        if (found == null) {
            throw window.malformed(at, "a VR that PS3.5 does not define");
        }
        concluded = true;
        vr = DataDictionary.vr(tag) == Vr.SQ ? Vr.UN : DataDictionary.vr(tag);
        start = at + found.headerLength();
        length = found.length();
    }

    /**
     * Finds out what a value is that who wrote it did not know: the VR of the data dictionary, or a sequence where items
     * are in it. It is encoded as implicit VR little endian has it (PS3.5 section 6.2.2), but for writers that went on as
     * they were.
     *
     * @return encoding of the items, if they are any
     */
    Encoding resolveUnknown(Frame frame) throws DicomException, IOException {
        Vr known = DataDictionary.vr(tag);
        concluded = true;
        if (length == UNDEFINED) {
            vr = Vr.SQ;
            return namesVrInItem(frame.encoding) ? frame.encoding : Encoding.IMPLICIT_LITTLE;
        }
        if ((known == Vr.SQ || known == Vr.UN) && startsWithItem(frame)) {
            vr = Vr.SQ;
            return Encoding.IMPLICIT_LITTLE;
        }
        vr = known == Vr.SQ ? Vr.UN : known;
        big = false;
        return Encoding.IMPLICIT_LITTLE;
    }

    private boolean startsWithItem(Frame frame) throws DicomException, IOException {
        return Integer.compareUnsigned(length, 8) >= 0
                && end() <= frame.end
                && window.reach(start + 8)
                && Encoding.IMPLICIT_LITTLE.tagAt(window.bytes(), start) == Tag.ITEM;
    }

    private boolean namesVrInItem(Encoding around) throws DicomException, IOException {
        return around.explicit
                && window.reach(start + 16)
                && around.tagAt(window.bytes(), start) == Tag.ITEM
                && Vr.of(window.bytes()[start + 12], window.bytes()[start + 13]) != null;
    }

    /** Where the value ends in the object. */
    long end() {
        return start + window.shift() + unsignedLength();
    }

    long unsignedLength() {
        return length & 0xFFFF_FFFFL;
    }

    /** Whether the value, which has a length, ends behind the object. */
    boolean passesObject() {
        return length != UNDEFINED && window.size() >= 0 && end() > window.size();
    }
}

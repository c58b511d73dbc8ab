package io.lidc.dicom.part10;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;

/** What precedes the value of a data element (PS3.5 section 7.1). A cursor that is reused for each element. */
final class ElementHeader {
    static final int UNDEFINED = -1;

    private final HeaderBuffer buffer;
    private final Limits limits;

    /** Position of the element in the buffer. */
    int at;

    int tag;
    Vr vr;

    /** Whether the VR is that of the data dictionary, because none is encoded. */
    boolean inferred;

    boolean big;

    /** Position of the value in the buffer. */
    int start;

    /** As encoded, to be taken as unsigned; {@link #UNDEFINED} for an undefined length. */
    int length;

    ElementHeader(HeaderBuffer buffer, Limits limits) {
        this.buffer = buffer;
        this.limits = limits;
    }

    /** Reads the tag at a position with at least eight bytes. */
    void readTag(int position, Encoding encoding) {
        at = position;
        big = encoding.big;
        tag = encoding.tagAt(buffer.bytes(), position);
    }

    /** Reads the length of an item or a delimiter, which have no VR (PS3.5 section 7.5). */
    void readItemLength() {
        inferred = false;
        vr = Vr.SQ;
        start = at + 8;
        length = Encoding.intAt(buffer.bytes(), at + 4, big);
    }

    /**
     * Reads VR and length.
     *
     * @return whether the VR is defined by PS3.5, or none is encoded
     */
    boolean readVrAndLength(ParseScope scope) throws DicomException, IOException {
        byte[] bytes = buffer.bytes();
        inferred = !scope.encoding.explicit;
        if (inferred) {
            vr = DataDictionary.vr(tag);
            length = Encoding.intAt(bytes, at + 4, big);
            start = at + 8;
            return true;
        }
        vr = Vr.of(bytes[at + 4], bytes[at + 5]);
        if (vr == null) {
            readUndefinedVr(scope);
            return false;
        }
        if (!vr.hasLongLength()) {
            length = Encoding.unsignedShort(bytes, at + 6, big);
            start = at + 8;
            return true;
        }
        if (!buffer.reach(at + 12)) {
            throw buffer.truncated(at);
        }
        length = Encoding.intAt(buffer.bytes(), at + 8, big);
        start = at + 12;
        return true;
    }

    private void readUndefinedVr(ParseScope scope) throws DicomException, IOException {
        UndefinedVr found = UndefinedVr.resolve(buffer, at, scope, tag, limits);
        if (found == null) {
            throw buffer.malformed(at, "a VR that PS3.5 does not define");
        }
        inferred = true;
        vr = DataDictionary.vr(tag) == Vr.SQ ? Vr.UN : DataDictionary.vr(tag);
        start = at + found.headerLength();
        length = found.length();
    }

    /**
     * Infers the VR of a UN value: that of the data dictionary, or SQ if it holds items. Such a value is encoded in
     * implicit VR little endian (PS3.5 section 6.2.2), except by writers that kept the encoding around it.
     *
     * @return encoding of its items, if it has any
     */
    Encoding resolveUnknown(ParseScope scope) throws DicomException, IOException {
        Vr known = DataDictionary.vr(tag);
        inferred = true;
        if (length == UNDEFINED) {
            vr = Vr.SQ;
            return namesVrInItem(scope.encoding) ? scope.encoding : Encoding.IMPLICIT_LITTLE;
        }
        if ((known == Vr.SQ || known == Vr.UN) && startsWithItem(scope)) {
            vr = Vr.SQ;
            return Encoding.IMPLICIT_LITTLE;
        }
        vr = known == Vr.SQ ? Vr.UN : known;
        big = false;
        return Encoding.IMPLICIT_LITTLE;
    }

    private boolean startsWithItem(ParseScope scope) throws DicomException, IOException {
        return Integer.compareUnsigned(length, 8) >= 0
                && end() <= scope.end
                && buffer.reach(start + 8)
                && Encoding.IMPLICIT_LITTLE.tagAt(buffer.bytes(), start) == Tag.ITEM;
    }

    private boolean namesVrInItem(Encoding around) throws DicomException, IOException {
        return around.explicit
                && buffer.reach(start + 16)
                && around.tagAt(buffer.bytes(), start) == Tag.ITEM
                && Vr.of(buffer.bytes()[start + 12], buffer.bytes()[start + 13]) != null;
    }

    /** End of the value in the object. */
    long end() {
        return start + buffer.shift() + unsignedLength();
    }

    long unsignedLength() {
        return length & 0xFFFF_FFFFL;
    }

    /** Whether the object ends inside the value, as far as the lengths of both are known. */
    boolean exceedsObject() {
        return length != UNDEFINED && buffer.size() >= 0 && end() > buffer.size();
    }
}

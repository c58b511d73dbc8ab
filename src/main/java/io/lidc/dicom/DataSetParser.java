package io.lidc.dicom;

import static io.lidc.dicom.ErrorCode.MALFORMED;
import static io.lidc.dicom.ErrorCode.TRUNCATED;

import io.lidc.dicom.Frame.Kind;
import io.lidc.dicom.ReadWarning.Code;
import java.io.IOException;

/**
 * Walks the data elements of a header from front to back, once, without recursion (PS3.5 section 7), and fills a
 * table with them. Nothing is decoded but tags, VRs and lengths.
 *
 * <p>Broken content of a sequence that states its length, where the object holds as much, leaves the sequence as
 * bytes and goes on behind it. Broken content anywhere else ends the header with an error.
 */
final class DataSetParser {
    private static final int UNDEFINED = -1;
    private static final int ITEM_GROUP = 0xFFFE;

    private final Window window;
    private final TableBuilder table;
    private final Limits limits;
    private final Warnings warnings;

    private int at;
    private int parsed;
    private Frame frame;
    private boolean done;

    /** Set by {@link #header}: what stands before the value of the element at {@link #at}. */
    private int tag;

    private Vr vr;
    private boolean concluded;
    private int start;
    private int length;

    DataSetParser(Window window, TableBuilder table, Limits limits, Warnings warnings) {
        this.window = window;
        this.table = table;
        this.limits = limits;
        this.warnings = warnings;
    }

    /** Position in the window up to which it was parsed. */
    int position() {
        return at;
    }

    /**
     * Parses the file meta information (PS3.10 section 7.1), as far as its group goes.
     *
     * @return position in the window of the first byte behind it
     */
    int parseMeta(int from, Encoding encoding) throws DicomException, IOException {
        at = from;
        frame = new Frame(null, Kind.DATA_SET, -1, Frame.UNBOUNDED, false, encoding, 0);
        int stated = -1;
        while (window.reach(at + 8) && goesOn(encoding, stated)) {
            readElement();
            if (tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH && length == 4) {
                stated = at + Encoding.intAt(window.bytes(), start, encoding.big);
            }
        }
        if (at != stated) {
            warn(Code.META_LENGTH_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH);
        }
        return at;
    }

    /** A deflated data set behind the stated end can look like group 2, but hardly with a VR. */
    private boolean goesOn(Encoding encoding, int stated) {
        byte[] bytes = window.bytes();
        return encoding.tagAt(bytes, at) >>> 16 == 2 && (at != stated || Vr.of(bytes[at + 4], bytes[at + 5]) != null);
    }

    /** Parses the data set up to its pixel data, or to its end. */
    void parse(int from, Encoding encoding) throws DicomException, IOException {
        at = from;
        frame = new Frame(null, Kind.DATA_SET, -1, Frame.UNBOUNDED, false, encoding, window.shift());
        while (!done) {
            try {
                while (!done) {
                    if (frame.kind == Kind.SEQUENCE) {
                        readItem();
                    } else {
                        readElement();
                    }
                }
            } catch (DicomException e) {
                recover(e);
            }
        }
    }

    private void readElement() throws DicomException, IOException {
        if (!within(8)) {
            return;
        }
        Frame in = frame;
        Encoding encoding = in.encoding;
        byte[] bytes = window.bytes();
        tag = encoding.tagAt(bytes, at);
        if (tag >>> 16 == ITEM_GROUP) {
            readDelimiter();
            return;
        }
        if (tag == 0 && in.last != 0 && in.kind == Kind.DATA_SET && Encoding.longAt(bytes, at, false) == 0) {
            warn(Code.TRAILING_BYTES);
            done = true;
            return;
        }
        header(bytes, encoding);
        if (in.kind == Kind.DATA_SET && endsHeader()) {
            return;
        }
        count();
        if (Integer.compareUnsigned(tag, in.last) <= 0 && in.last != 0) {
            warn(Code.OUT_OF_ORDER);
        }
        in.last = tag;
        if (length == UNDEFINED || vr == Vr.SQ || vr == Vr.UN) {
            readOpenEnded(encoding);
        } else {
            readValue(encoding.big);
        }
    }

    /** Reads tag, VR and length of the element at {@link #at}; eight bytes are there. */
    private void header(byte[] bytes, Encoding encoding) throws DicomException, IOException {
        concluded = !encoding.explicit;
        if (concluded) {
            vr = DataDictionary.vr(tag);
            length = Encoding.intAt(bytes, at + 4, encoding.big);
            start = at + 8;
            return;
        }
        vr = Vr.of(bytes[at + 4], bytes[at + 5]);
        if (vr == null) {
            readUndefinedVr(encoding);
        } else if (!vr.hasLongLength()) {
            length = Encoding.unsignedShort(bytes, at + 6, encoding.big);
            start = at + 8;
        } else {
            if (!window.reach(at + 12)) {
                throw truncated();
            }
            length = Encoding.intAt(window.bytes(), at + 8, encoding.big);
            start = at + 12;
        }
    }

    private void readUndefinedVr(Encoding encoding) throws DicomException, IOException {
        UndefinedVr found = UndefinedVr.resolve(window, at, frame, tag, limits);
        if (found == null) {
            throw malformed("a VR that PS3.5 does not define");
        }
        warn(Code.UNKNOWN_VR);
        concluded = true;
        vr = DataDictionary.vr(tag);
        if (vr == Vr.SQ) {
            vr = Vr.UN;
        }
        start = at + found.headerLength();
        length = found.length();
    }

    private boolean endsHeader() throws DicomException {
        switch (tag) {
            case Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA -> {
                boolean cut = length != UNDEFINED && window.size() >= 0 && end() > window.size();
                if (cut) {
                    warn(Code.PIXEL_DATA_CUT);
                }
                count();
                add(TableBuilder.SKIPPED | (frame.encoding.big ? TableBuilder.BIG : 0), vr, length);
                done = true;
            }
            case Tag.DATA_SET_TRAILING_PADDING -> done = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Where the value ends in the object. */
    private long end() {
        return start + window.shift() + (length & 0xFFFF_FFFFL);
    }

    private void readValue(boolean big) throws DicomException, IOException {
        int flags = big ? TableBuilder.BIG : 0;
        if (end() > frame.end) {
            throw malformed("a value that ends behind its item");
        }
        if ((length & 1) != 0) {
            warn(Code.ODD_LENGTH);
        }
        if (Integer.compareUnsigned(length, limits.valueBytes()) > 0) {
            if (!window.skip(start, length & 0xFFFF_FFFFL)) {
                throw truncated();
            }
            add(flags | TableBuilder.SKIPPED, vr, length);
            at = start;
            return;
        }
        if (!window.reach(start + length)) {
            throw truncated();
        }
        add(flags, vr, length);
        at = start + length;
    }

    /** Reads a sequence, a value of undefined length, or a value whose VR was unknown to who wrote it. */
    private void readOpenEnded(Encoding encoding) throws DicomException, IOException {
        if (length == UNDEFINED) {
            if (vr.form() == Vr.Form.BYTES && vr != Vr.UN) {
                readFragments(encoding);
            } else if (vr == Vr.SQ || vr == Vr.UN || !encoding.explicit) {
                open(Kind.SEQUENCE, Vr.SQ, frame.end, vr == Vr.UN ? encodingInUnknown(encoding) : encoding);
            } else {
                throw malformed("an undefined length that its VR does not allow");
            }
        } else if (vr == Vr.SQ) {
            openBounded(encoding);
        } else {
            readUnknown();
        }
    }

    /** Implicit VR little endian (PS3.5 section 6.2.2), but for writers that went on as they were. */
    private Encoding encodingInUnknown(Encoding around) throws DicomException, IOException {
        if (!around.explicit || !window.reach(start + 16) || around.tagAt(window.bytes(), start) != Tag.ITEM) {
            return Encoding.IMPLICIT_LITTLE;
        }
        boolean namesVr = Vr.of(window.bytes()[start + 12], window.bytes()[start + 13]) != null;
        return namesVr ? around : Encoding.IMPLICIT_LITTLE;
    }

    /** PS3.5 section 6.2.2: the value of UN is encoded as implicit VR little endian has it. */
    private void readUnknown() throws DicomException, IOException {
        Vr known = DataDictionary.vr(tag);
        if (known != Vr.SQ && known != Vr.UN) {
            vr = known;
            concluded = true;
            readValue(false);
        } else if (length >= 8
                && end() <= frame.end
                && window.reach(start + 8)
                && Encoding.IMPLICIT_LITTLE.tagAt(window.bytes(), start) == Tag.ITEM) {
            concluded = true;
            openBounded(Encoding.IMPLICIT_LITTLE);
        } else {
            readValue(false);
        }
    }

    private void openBounded(Encoding inner) throws DicomException {
        long end = end();
        if (end > frame.end) {
            throw malformed("a sequence that ends behind its item");
        }
        if (window.size() >= 0 && end > window.size()) {
            throw truncated();
        }
        open(Kind.SEQUENCE, Vr.SQ, end, inner);
    }

    private void open(Kind kind, Vr as, long end, Encoding inner) throws DicomException {
        int row = table.size();
        add(TableBuilder.CONTAINER | (frame.encoding.big ? TableBuilder.BIG : 0), as, length);
        frame = new Frame(frame, kind, row, end, length == UNDEFINED, inner, window.shift());
        if (frame.depth > limits.depth()) {
            throw error(ErrorCode.TOO_DEEP, "more than " + limits.depth() + " levels of sequences");
        }
        at = start;
    }

    private void readItem() throws DicomException, IOException {
        if (!within(8)) {
            return;
        }
        Encoding encoding = frame.encoding;
        tag = encoding.tagAt(window.bytes(), at);
        start = at + 8;
        length = Encoding.intAt(window.bytes(), at + 4, encoding.big);
        if (tag == Tag.ITEM) {
            count();
            open(Kind.ITEM, Vr.SQ, itemEnd(), encoding);
        } else if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && frame.undefined) {
            at = start;
            close();
        } else if (tag >>> 16 == ITEM_GROUP) {
            warn(Code.STRAY_DELIMITER);
            at = start;
        } else if (frame.undefined && Integer.compareUnsigned(tag, table.tag(frame.row)) > 0) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else {
            throw malformed("a sequence that holds something else than items");
        }
    }

    /** Where the item ends: with its sequence at the latest, as writers took elements away and left its length. */
    private long itemEnd() throws DicomException {
        if (length == UNDEFINED) {
            return frame.end;
        }
        if (end() > frame.end) {
            warn(Code.ITEM_LENGTH_WRONG);
            return frame.end;
        }
        if (window.size() >= 0 && end() > window.size()) {
            throw truncated();
        }
        return end();
    }

    private void readDelimiter() throws DicomException {
        boolean mine = tag == Tag.ITEM_DELIMITATION_ITEM && frame.kind == Kind.ITEM && frame.undefined;
        if (mine) {
            at += 8;
            close();
        } else if (frame.kind == Kind.ITEM && frame.undefined) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else if (tag == Tag.ITEM) {
            throw malformed("an item outside of a sequence");
        } else {
            warn(Code.STRAY_DELIMITER);
            at += 8;
        }
    }

    /** Skips the fragments of encapsulated pixel data, as of an icon (PS3.5 section A.4). */
    private void readFragments(Encoding encoding) throws DicomException, IOException {
        int row = table.size();
        int valueStart = start;
        add(TableBuilder.SKIPPED | (encoding.big ? TableBuilder.BIG : 0), vr, length);
        at = start;
        while (true) {
            if (!window.reach(at + 8)) {
                at = valueStart;
                throw truncated();
            }
            int fragment = encoding.tagAt(window.bytes(), at);
            length = Encoding.intAt(window.bytes(), at + 4, encoding.big);
            start = at + 8;
            if (fragment == Tag.SEQUENCE_DELIMITATION_ITEM) {
                at = start;
                return;
            }
            if (fragment != Tag.ITEM || length == UNDEFINED || end() > frame.end) {
                throw malformed("fragments of " + vr + " in row " + row + " that are none");
            }
            if (!window.skip(start, length & 0xFFFF_FFFFL)) {
                throw truncated();
            }
            at = start;
        }
    }

    /** Whether so many bytes are left to the frame; where it ends right here, closes it. */
    private boolean within(int count) throws DicomException, IOException {
        long left = frame.end - (at + window.shift());
        if (left < count) {
            if (left > 0) {
                throw malformed("bytes behind the last element of an item");
            }
            if (frame.undefined) {
                warn(Code.DELIMITER_MISSING, table.tag(frame.row));
            }
            close();
            return false;
        }
        if (window.reach(at + count)) {
            return true;
        }
        endObject();
        return false;
    }

    private void endObject() throws DicomException {
        tag = 0;
        if (frame.parent == null && frame.last == 0) {
            throw truncated();
        }
        for (int i = at; i < window.limit(); i++) {
            // In big endian, a zero is how the next element would start.
            if (window.bytes()[i] != 0 || frame.encoding.big) {
                throw truncated();
            }
        }
        for (Frame open = frame; open.parent != null; open = open.parent) {
            if (!open.undefined) {
                throw truncated();
            }
            warn(Code.DELIMITER_MISSING, table.tag(open.row));
        }
        if (at < window.limit()) {
            warn(Code.TRAILING_BYTES);
        }
        while (frame.parent != null) {
            close();
        }
        done = true;
    }

    private void close() {
        table.close(frame.row);
        frame = frame.parent;
    }

    /** Leaves the innermost sequence of known length as bytes, and goes on behind it. */
    private void recover(DicomException error) throws DicomException, IOException {
        Frame damaged = frame;
        while (damaged != null && (damaged.kind != Kind.SEQUENCE || damaged.undefined)) {
            damaged = damaged.parent;
        }
        boolean nested = error.code() == MALFORMED || error.code() == TRUNCATED;
        if (damaged == null || !nested) {
            throw error;
        }
        int from = table.start(damaged.row);
        long whole = damaged.end - (from + damaged.shift);
        boolean inOnePiece = window.shift() == damaged.shift;
        int flags = 0;
        if (inOnePiece && whole <= limits.valueBytes()) {
            if (!window.reach(from + (int) whole)) {
                throw error;
            }
            at = from + (int) whole;
        } else {
            int behind = inOnePiece ? from : at;
            if (!window.skip(behind, damaged.end - (behind + window.shift()))) {
                throw error;
            }
            at = behind;
            flags = TableBuilder.SKIPPED;
        }
        frame = damaged.parent;
        int sequence = table.tag(damaged.row);
        boolean stated = !table.vrConcluded(damaged.row) || DataDictionary.vr(sequence) == Vr.SQ;
        table.reopen(damaged.row, stated ? Vr.SQ : Vr.UN, flags, (int) whole);
        if (stated) {
            warnings.add(Code.SEQUENCE_DAMAGED, sequence, error.offset());
        }
    }

    private void add(int flags, Vr as, int encodedLength) {
        int form = start - at == 8 ? TableBuilder.SHORT_HEADER : 0;
        int source = concluded ? TableBuilder.CONCLUDED : 0;
        table.add(tag, flags | form | source | as.ordinal(), start, encodedLength);
    }

    private void count() throws DicomException {
        if (++parsed > limits.elements()) {
            throw error(ErrorCode.TOO_MANY_ELEMENTS, "more than " + limits.elements() + " data elements");
        }
    }

    private void warn(Code code) {
        warn(code, tag);
    }

    private void warn(Code code, int of) {
        warnings.add(code, of, at + window.shift());
    }

    private DicomException truncated() {
        return error(TRUNCATED, "the object ends inside a data element");
    }

    private DicomException malformed(String what) {
        return error(MALFORMED, what);
    }

    private DicomException error(ErrorCode code, String what) {
        return new DicomException(code, at + window.shift(), what);
    }
}

package io.lidc.dicom;

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
    private static final int UNDEFINED = ElementHeader.UNDEFINED;
    private static final int ITEM_GROUP = 0xFFFE;

    private final Window window;
    private final TableBuilder table;
    private final Limits limits;
    private final Warnings warnings;
    private final ElementHeader element;

    /** Position in the window of what comes next. */
    private int at;

    private int parsed;
    private Frame frame;
    private boolean done;

    DataSetParser(Window window, TableBuilder table, Limits limits, Warnings warnings) {
        this.window = window;
        this.table = table;
        this.limits = limits;
        this.warnings = warnings;
        this.element = new ElementHeader(window, limits);
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
        start(from, encoding);
        int stated = -1;
        while (!done && (frame.parent != null || goesOn(encoding, stated))) {
            step();
            if (element.tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH && element.length == 4) {
                stated = at + Encoding.intAt(window.bytes(), element.start, encoding.big);
            }
        }
        if (at != stated) {
            warn(Code.META_LENGTH_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH);
        }
        return at;
    }

    /** A deflated data set behind the stated end can look like group 2, but hardly with a VR. */
    private boolean goesOn(Encoding encoding, int stated) throws DicomException, IOException {
        if (!window.reach(at + 8) || encoding.tagAt(window.bytes(), at) >>> 16 != 2) {
            return false;
        }
        return at != stated || Vr.of(window.bytes()[at + 4], window.bytes()[at + 5]) != null;
    }

    /** Parses the data set up to its pixel data, or to its end. */
    void parse(int from, Encoding encoding) throws DicomException, IOException {
        start(from, encoding);
        while (!done) {
            step();
        }
    }

    private void start(int from, Encoding encoding) {
        at = from;
        done = false;
        frame = new Frame(null, Kind.DATA_SET, -1, Frame.UNBOUNDED, false, encoding, window.shift());
    }

    private void step() throws DicomException, IOException {
        try {
            if (!within()) {
                return;
            }
            element.readTag(at, frame.encoding);
            if (frame.kind == Kind.SEQUENCE) {
                readItem();
            } else if (element.tag >>> 16 == ITEM_GROUP) {
                readDelimiter();
            } else {
                readElement();
            }
        } catch (DicomException e) {
            recover(e);
        }
    }

    /** Whether the header of an element is left to the frame; closes the frame where it ends right here. */
    private boolean within() throws DicomException, IOException {
        long left = frame.end - (at + window.shift());
        if (left >= 8 && window.reach(at + 8)) {
            return true;
        }
        if (left >= 8) {
            endObject();
        } else if (left == 0) {
            if (frame.undefined) {
                warn(Code.DELIMITER_MISSING, table.tag(frame.row));
            }
            close();
        } else if (window.reach(at + (int) left) && isZero(at, at + (int) left)) {
            warn(Code.TRAILING_BYTES, table.tag(frame.row));
            at += (int) left;
        } else {
            throw window.malformed(at, "bytes behind the last element of an item");
        }
        return false;
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (window.bytes()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void readElement() throws DicomException, IOException {
        if (frame.kind == Kind.DATA_SET && endsBefore()) {
            done = true;
            return;
        }
        if (!element.readVrAndLength(frame)) {
            warn(Code.UNKNOWN_VR);
        }
        count();
        int tag = element.tag;
        if (Integer.compareUnsigned(tag, frame.last) <= 0 && frame.last != 0) {
            warn(Code.OUT_OF_ORDER);
        }
        frame.last = tag;
        if (frame.kind == Kind.DATA_SET && isPixelData(tag)) {
            endAtPixelData();
            return;
        }
        Encoding inner = element.vr == Vr.UN ? element.resolveUnknown(frame) : frame.encoding;
        if (element.length == UNDEFINED) {
            openUndefined(inner);
        } else if (element.vr == Vr.SQ) {
            openBounded(inner);
        } else {
            readValue();
        }
    }

    /** Whether what follows the last element is no other one: padding (PS3.10 section 7.2), or zeros. */
    private boolean endsBefore() {
        if (element.tag == 0 && frame.last != 0 && isZero(at, at + 8)) {
            warn(Code.TRAILING_BYTES);
            return true;
        }
        return element.tag == Tag.DATA_SET_TRAILING_PADDING;
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private void endAtPixelData() {
        if (element.passesObject()) {
            warn(Code.PIXEL_DATA_CUT);
        }
        add(TableBuilder.SKIPPED, element.vr);
        done = true;
    }

    private void readValue() throws DicomException, IOException {
        if (element.end() > frame.end) {
            throw window.malformed(at, "a value that ends behind its item");
        }
        if ((element.length & 1) != 0) {
            warn(Code.ODD_LENGTH);
        }
        if (Integer.compareUnsigned(element.length, limits.valueBytes()) > 0) {
            if (!window.skip(element.start, element.unsignedLength())) {
                throw window.truncated(at);
            }
            add(TableBuilder.SKIPPED, element.vr);
            at = element.start;
            return;
        }
        int end = element.start + element.length;
        if (!window.reach(end)) {
            throw window.truncated(at);
        }
        add(0, element.vr);
        at = end;
    }

    private void openUndefined(Encoding inner) throws DicomException, IOException {
        if (element.vr.form() == Vr.Form.BYTES) {
            add(TableBuilder.SKIPPED, element.vr);
            at = Fragments.skip(window, element.start, frame);
        } else if (element.vr == Vr.SQ || element.concluded) {
            open(Kind.SEQUENCE, frame.end, inner);
        } else {
            throw window.malformed(at, "an undefined length that its VR does not allow");
        }
    }

    private void openBounded(Encoding inner) throws DicomException {
        if (element.end() > frame.end) {
            throw window.malformed(at, "a sequence that ends behind its item");
        }
        if (element.passesObject()) {
            throw window.truncated(at);
        }
        open(Kind.SEQUENCE, element.end(), inner);
    }

    private void open(Kind kind, long end, Encoding inner) throws DicomException {
        int row = table.size();
        add(TableBuilder.CONTAINER, Vr.SQ);
        frame = new Frame(frame, kind, row, end, element.length == UNDEFINED, inner, window.shift());
        if (frame.depth > limits.depth()) {
            throw window.error(ErrorCode.TOO_DEEP, at, "more than " + limits.depth() + " levels of sequences");
        }
        at = element.start;
    }

    private void readItem() throws DicomException {
        element.readItemLength();
        int tag = element.tag;
        if (tag == Tag.ITEM) {
            count();
            open(Kind.ITEM, itemEnd(), frame.encoding);
        } else if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && frame.undefined) {
            at = element.start;
            close();
        } else if (tag >>> 16 == ITEM_GROUP) {
            warn(Code.STRAY_DELIMITER);
            at = element.start;
        } else if (frame.undefined && Integer.compareUnsigned(tag, table.tag(frame.row)) > 0) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else {
            throw window.malformed(at, "a sequence that holds something else than items");
        }
    }

    /** Where the item ends: with its sequence at the latest, as writers took elements away and left its length. */
    private long itemEnd() throws DicomException {
        if (element.length == UNDEFINED) {
            return frame.end;
        }
        if (element.end() > frame.end) {
            warn(Code.ITEM_LENGTH_WRONG);
            return frame.end;
        }
        if (element.passesObject()) {
            throw window.truncated(at);
        }
        return element.end();
    }

    private void readDelimiter() throws DicomException {
        boolean open = frame.kind == Kind.ITEM && frame.undefined;
        if (open && element.tag == Tag.ITEM_DELIMITATION_ITEM) {
            at += 8;
            close();
        } else if (open) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else if (element.tag == Tag.ITEM) {
            throw window.malformed(at, "an item outside of a sequence");
        } else {
            warn(Code.STRAY_DELIMITER);
            at += 8;
        }
    }

    private void endObject() throws DicomException {
        boolean nothingRead = frame.parent == null && frame.last == 0;
        // In big endian, a zero is how the next element would start.
        boolean inElement = at < window.limit() && (frame.encoding.big || !isZero(at, window.limit()));
        if (nothingRead || inElement) {
            throw window.truncated(at);
        }
        for (Frame open = frame; open.parent != null; open = open.parent) {
            if (!open.undefined) {
                throw window.truncated(at);
            }
            warn(Code.DELIMITER_MISSING, table.tag(open.row));
        }
        if (at < window.limit()) {
            warn(Code.TRAILING_BYTES, 0);
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

    private void recover(DicomException error) throws DicomException, IOException {
        boolean broken = error.code() == ErrorCode.MALFORMED || error.code() == ErrorCode.TRUNCATED;
        DamagedSequence damaged = broken ? DamagedSequence.around(frame) : null;
        int behind = damaged == null ? -1 : damaged.keepBytes(window, table, at, limits);
        if (behind < 0) {
            throw error;
        }
        int row = damaged.frame().row;
        if (damaged.isStated(table)) {
            warnings.add(Code.SEQUENCE_DAMAGED, table.tag(row), error.offset());
        }
        frame = damaged.frame().parent;
        at = behind;
    }

    private void add(int flags, Vr vr) {
        int form = element.start - at == 8 ? TableBuilder.SHORT_HEADER : 0;
        int source = element.concluded ? TableBuilder.CONCLUDED : 0;
        int order = element.big ? TableBuilder.BIG : 0;
        table.add(element.tag, flags | form | source | order | vr.ordinal(), element.start, element.length);
    }

    private void count() throws DicomException {
        if (++parsed > limits.elements()) {
            throw window.error(ErrorCode.TOO_MANY_ELEMENTS, at, "more than " + limits.elements() + " data elements");
        }
    }

    private void warn(Code code) {
        warn(code, element.tag);
    }

    private void warn(Code code, int tag) {
        warnings.add(code, tag, at + window.shift());
    }
}

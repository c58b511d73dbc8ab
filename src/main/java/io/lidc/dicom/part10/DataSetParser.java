package io.lidc.dicom.part10;

import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Limits;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.dicom.WarningList;
import io.lidc.dicom.part10.ParseScope.Kind;
import java.io.IOException;

/**
 * Walks the data elements of a header from front to back, once, without recursion (PS3.5 section 7), and records
 * them in a table. Only tags, VRs and lengths are decoded.
 *
 * <p>If the content of a sequence with a declared length is broken and the object holds that many bytes, the sequence
 * is kept as bytes and parsing continues after it. Broken content anywhere else ends the header with an error.
 */
final class DataSetParser {
    private static final int UNDEFINED = ElementHeader.UNDEFINED;
    private static final int ITEM_GROUP = 0xFFFE;

    /** An item with the offset table and a sequence delimiter, both empty (PS3.5 section A.4). */
    private static final int MIN_ENCAPSULATED_BYTES = 16;

    private final HeaderBuffer buffer;
    private final ElementTableBuilder table;
    private final Limits limits;
    private final WarningList warnings;
    private final ElementHeader element;

    /** Position in the buffer of what is parsed next. */
    private int at;

    private int parsed;
    private ParseScope scope;
    private boolean done;

    DataSetParser(HeaderBuffer buffer, ElementTableBuilder table, Limits limits, WarningList warnings) {
        this.buffer = buffer;
        this.table = table;
        this.limits = limits;
        this.warnings = warnings;
        this.element = new ElementHeader(buffer, limits);
    }

    /** Position in the buffer up to which it was parsed. */
    int position() {
        return at;
    }

    /**
     * Parses the file meta information (PS3.10 section 7.1), to the end of its group.
     *
     * @return position in the buffer of the first byte after it
     */
    int parseMeta(int from, Encoding encoding) throws DicomException, IOException {
        start(from, encoding);
        int declared = -1;
        while (!done && (scope.parent != null || continues(encoding, declared))) {
            step();
            if (element.tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH && element.length == 4) {
                declared = at + Encoding.intAt(buffer.bytes(), element.start, encoding.big);
            }
        }
        if (at != declared) {
            warn(Code.META_LENGTH_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH);
        }
        return at;
    }

    /** A deflated data set after the declared end can look like group 2, but hardly with a VR. */
    private boolean continues(Encoding encoding, int declared) throws DicomException, IOException {
        if (!buffer.reach(at + 8) || encoding.tagAt(buffer.bytes(), at) >>> 16 != 2) {
            return false;
        }
        return at != declared || Vr.of(buffer.bytes()[at + 4], buffer.bytes()[at + 5]) != null;
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
        scope = new ParseScope(null, Kind.DATA_SET, -1, ParseScope.UNBOUNDED, false, encoding, buffer.shift());
    }

    private void step() throws DicomException, IOException {
        try {
            if (!inScope()) {
                return;
            }
            element.readTag(at, scope.encoding);
            if (scope.kind == Kind.SEQUENCE) {
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

    /** Whether the scope has room for the header of another element; closes the scope if it ends here. */
    private boolean inScope() throws DicomException, IOException {
        long left = scope.end - (at + buffer.shift());
        if (left >= 8 && buffer.reach(at + 8)) {
            return true;
        }
        if (left >= 8) {
            endObject();
        } else if (left == 0) {
            if (scope.undefined) {
                warn(Code.DELIMITER_MISSING, table.tag(scope.row));
            }
            close();
        } else if (buffer.reach(at + (int) left) && isZero(at, at + (int) left)) {
            warn(Code.TRAILING_BYTES, table.tag(scope.row));
            at += (int) left;
        } else {
            throw buffer.malformed(at, "bytes after the last element of an item");
        }
        return false;
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer.bytes()[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void readElement() throws DicomException, IOException {
        if (scope.kind == Kind.DATA_SET && endsBefore()) {
            done = true;
            return;
        }
        if (!element.readVrAndLength(scope)) {
            warn(Code.UNKNOWN_VR);
        }
        count();
        int tag = element.tag;
        if (Integer.compareUnsigned(tag, scope.last) <= 0 && scope.last != 0) {
            warn(Code.OUT_OF_ORDER);
        }
        scope.last = tag;
        if (scope.kind == Kind.DATA_SET && isPixelData(tag)) {
            endAtPixelData();
            return;
        }
        Encoding inner = element.vr == Vr.UN ? element.resolveUnknown(scope) : scope.encoding;
        if (element.length == UNDEFINED) {
            openUndefined(inner);
        } else if (element.vr == Vr.SQ) {
            openBounded(inner);
        } else {
            readValue();
        }
    }

    /** Whether the last element is followed by padding (PS3.10 section 7.2) or zeros, not by another one. */
    private boolean endsBefore() {
        if (element.tag == 0 && scope.last != 0 && isZero(at, at + 8)) {
            warn(Code.TRAILING_BYTES);
            return true;
        }
        return element.tag == Tag.DATA_SET_TRAILING_PADDING;
    }

    private static boolean isPixelData(int tag) {
        return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private void endAtPixelData() {
        if (isCut()) {
            warn(Code.PIXEL_DATA_CUT);
        }
        add(ElementTableBuilder.SKIPPED, element.vr);
        done = true;
    }

    /** Whether the object is too short for a native value, or for the least that an encapsulated one consists of. */
    private boolean isCut() {
        if (element.length != UNDEFINED) {
            return element.exceedsObject();
        }
        long end = element.start + buffer.shift() + MIN_ENCAPSULATED_BYTES;
        return buffer.size() >= 0 && end > buffer.size();
    }

    private void readValue() throws DicomException, IOException {
        if (element.end() > scope.end) {
            throw buffer.malformed(at, "a value that ends after its item");
        }
        if ((element.length & 1) != 0) {
            warn(Code.ODD_LENGTH);
        }
        if (Integer.compareUnsigned(element.length, limits.valueBytes()) > 0) {
            if (!buffer.skip(element.start, element.unsignedLength())) {
                throw buffer.truncated(at);
            }
            add(ElementTableBuilder.SKIPPED, element.vr);
            at = element.start;
            return;
        }
        int end = element.start + element.length;
        if (!buffer.reach(end)) {
            throw buffer.truncated(at);
        }
        add(0, element.vr);
        at = end;
    }

    private void openUndefined(Encoding inner) throws DicomException, IOException {
        if (element.vr.form() == Vr.Form.BYTES) {
            add(ElementTableBuilder.SKIPPED, element.vr);
            at = Fragments.skip(buffer, element.start, scope);
        } else if (element.vr == Vr.SQ || element.inferred) {
            open(Kind.SEQUENCE, scope.end, inner);
        } else {
            throw buffer.malformed(at, "an undefined length that its VR does not allow");
        }
    }

    private void openBounded(Encoding inner) throws DicomException {
        if (element.end() > scope.end) {
            throw buffer.malformed(at, "a sequence that ends after its item");
        }
        if (element.exceedsObject()) {
            throw buffer.truncated(at);
        }
        open(Kind.SEQUENCE, element.end(), inner);
    }

    private void open(Kind kind, long end, Encoding inner) throws DicomException {
        int row = table.size();
        add(ElementTableBuilder.CONTAINER, Vr.SQ);
        scope = new ParseScope(scope, kind, row, end, element.length == UNDEFINED, inner, buffer.shift());
        if (scope.depth > limits.depth()) {
            throw buffer.error(ErrorCode.TOO_DEEP, at, "more than " + limits.depth() + " levels of sequences");
        }
        at = element.start;
    }

    private void readItem() throws DicomException {
        element.readItemLength();
        int tag = element.tag;
        if (tag == Tag.ITEM) {
            count();
            open(Kind.ITEM, itemEnd(), scope.encoding);
        } else if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && scope.undefined) {
            at = element.start;
            close();
        } else if (tag >>> 16 == ITEM_GROUP) {
            warn(Code.STRAY_DELIMITER);
            at = element.start;
        } else if (scope.undefined && Integer.compareUnsigned(tag, table.tag(scope.row)) > 0) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else {
            throw buffer.malformed(at, "a sequence with something other than items");
        }
    }

    /** End of the item, at most that of its sequence: some writers remove elements and leave its length. */
    private long itemEnd() throws DicomException {
        if (element.length == UNDEFINED) {
            return scope.end;
        }
        if (element.end() > scope.end) {
            warn(Code.ITEM_LENGTH_WRONG);
            return scope.end;
        }
        if (element.exceedsObject()) {
            throw buffer.truncated(at);
        }
        return element.end();
    }

    private void readDelimiter() throws DicomException {
        boolean open = scope.kind == Kind.ITEM && scope.undefined;
        if (open && element.tag == Tag.ITEM_DELIMITATION_ITEM) {
            at += 8;
            close();
        } else if (open) {
            warn(Code.DELIMITER_MISSING);
            close();
        } else if (element.tag == Tag.ITEM) {
            throw buffer.malformed(at, "an item outside of a sequence");
        } else {
            warn(Code.STRAY_DELIMITER);
            at += 8;
        }
    }

    private void endObject() throws DicomException {
        boolean nothingRead = scope.parent == null && scope.last == 0;
        // In big endian, a zero is how the next element would start.
        boolean inElement = at < buffer.limit() && (scope.encoding.big || !isZero(at, buffer.limit()));
        if (nothingRead || inElement) {
            throw buffer.truncated(at);
        }
        for (ParseScope open = scope; open.parent != null; open = open.parent) {
            if (!open.undefined) {
                throw buffer.truncated(at);
            }
            warn(Code.DELIMITER_MISSING, table.tag(open.row));
        }
        if (at < buffer.limit()) {
            warn(Code.TRAILING_BYTES, 0);
        }
        while (scope.parent != null) {
            close();
        }
        done = true;
    }

    private void close() {
        table.close(scope.row);
        scope = scope.parent;
    }

    private void recover(DicomException error) throws DicomException, IOException {
        boolean broken = error.code() == ErrorCode.MALFORMED || error.code() == ErrorCode.TRUNCATED;
        DamagedSequence damaged = broken ? DamagedSequence.around(scope) : null;
        int next = damaged == null ? -1 : damaged.keepBytes(buffer, table, at, limits);
        if (next < 0) {
            throw error;
        }
        int row = damaged.scope().row;
        if (damaged.isDeclared(table)) {
            warnings.add(Code.SEQUENCE_DAMAGED, table.tag(row), error.offset());
        }
        scope = damaged.scope().parent;
        at = next;
    }

    private void add(int flags, Vr vr) {
        int form = element.start - at == 8 ? ElementTableBuilder.SHORT_HEADER : 0;
        int source = element.inferred ? ElementTableBuilder.INFERRED : 0;
        int order = element.big ? ElementTableBuilder.BIG : 0;
        table.add(element.tag, flags | form | source | order | vr.ordinal(), element.start, element.length);
    }

    private void count() throws DicomException {
        if (++parsed > limits.elements()) {
            throw buffer.error(ErrorCode.TOO_MANY_ELEMENTS, at, "more than " + limits.elements() + " data elements");
        }
    }

    private void warn(Code code) {
        warn(code, element.tag);
    }

    private void warn(Code code, int tag) {
        warnings.add(code, tag, at + buffer.shift());
    }
}

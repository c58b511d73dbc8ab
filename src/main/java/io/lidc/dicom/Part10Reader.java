package io.lidc.dicom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.ReadWarning.Code;
import java.io.IOException;

/**
 * Reads headers of DICOM objects as PS3.10 and PS3.5 encode them, and as writers got them wrong. Safe for use by many
 * threads at once; each holds one buffer.
 *
 * <p>Reads {@link Limits#firstRead()} bytes, and more only where the header goes on; stops at the pixel data, of which
 * it reads nothing but tag, VR and length. What follows pixel data is not read.
 *
 * <p>Offsets count from the first byte of the object. In a deflated data set they are the offset of the deflated
 * stream plus the position in the inflated bytes.
 */
public final class Part10Reader implements HeaderReader {
    private static final int PREAMBLE = 128;
    private static final int EVIDENCE = 256;
    private static final int PREFIX = 'D' | 'I' << 8 | 'C' << 16 | 'M' << 24;

    /** Larger buffers are not kept: one object with a long header should not cost every thread as much for good. */
    private static final int LARGEST_KEPT = 256 << 10;

    private static final byte[] NO_BYTES = {};
    private static final int[] NO_ROWS = {};
    private static final int FIRST_ROWS = 128;

    private final Limits limits;
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

    private static final class Buffers {
        private byte[] bytes = NO_BYTES;
        private int[] rows = NO_ROWS;
    }

    /** Reads within {@link Limits#DEFAULT}. */
    public Part10Reader() {
        this(Limits.DEFAULT);
    }

    /** Reads within these bounds. */
    public Part10Reader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Header read(ByteSource source) throws DicomException, IOException {
        Buffers mine = buffers.get();
        byte[] bytes = mine.bytes.length == 0 ? new byte[limits.firstRead()] : mine.bytes;
        int[] rows = mine.rows.length == 0 ? new int[FIRST_ROWS * TableBuilder.WIDTH] : mine.rows;
        // Taken while in use, so that a source which itself reads a header finds none of this one's.
        mine.bytes = NO_BYTES;
        mine.rows = NO_ROWS;
        TableBuilder table = new TableBuilder(rows);
        Window window = new Window(source, limits, bytes);
        try (window) {
            return read(window, table);
        } finally {
            mine.bytes = kept(window.buffer() == null ? bytes : window.buffer());
            mine.rows = table.buffer().length * Integer.BYTES <= LARGEST_KEPT ? table.buffer() : mine.rows;
        }
    }

    private static byte[] kept(byte[] buffer) {
        return buffer.length <= LARGEST_KEPT ? buffer : NO_BYTES;
    }

    private Header read(Window window, TableBuilder table) throws DicomException, IOException {
        Warnings warnings = new Warnings();
        DataSetParser parser = new DataSetParser(window, table, limits, warnings);
        int from = start(window, warnings);
        Encoding metaEncoding = metaEncoding(window, from);
        String stated = null;
        int dataSet = from;
        if (metaEncoding != null) {
            if (metaEncoding != Encoding.EXPLICIT_LITTLE) {
                warnings.add(Code.TRANSFER_SYNTAX_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH, from);
            }
            dataSet = parser.parseMeta(from, metaEncoding);
            stated = statedTransferSyntax(window, table);
        }
        int metaRows = table.size();
        if (!window.reach(dataSet + 1)) {
            throw new DicomException(ErrorCode.TRUNCATED, dataSet, "the object ends before its data set");
        }
        String transferSyntax = parseDataSet(window, parser, dataSet, stated, warnings);
        return new Header(
                new Table(window.take(parser.position()), table.take(), window.gaps()),
                metaRows,
                dataSet,
                parser.position(),
                transferSyntax,
                window.bytesRead(parser.position()),
                warnings.take());
    }

    /** Position of the first data element. */
    private int start(Window window, Warnings warnings) throws DicomException, IOException {
        if (!window.reach(1)) {
            throw new DicomException(ErrorCode.EMPTY, 0, "the object has no bytes");
        }
        if (window.reach(PREAMBLE + 4) && Encoding.intAt(window.bytes(), PREAMBLE, false) == PREFIX) {
            return PREAMBLE + 4;
        }
        warnings.add(Code.NO_PREAMBLE, 0, 0);
        if (window.reach(4) && Encoding.intAt(window.bytes(), 0, false) == PREFIX) {
            return 4;
        }
        if (evidence(window, 0).concludeUnaided() == null) {
            throw new DicomException(ErrorCode.NOT_DICOM, 0, "neither a Part 10 prefix nor a data set");
        }
        return 0;
    }

    private Evidence evidence(Window window, int from) throws DicomException, IOException {
        // A source may hand out less than it was asked for.
        window.reach(Math.min(from + EVIDENCE, limits.headerBytes()));
        long left = window.size() < 0 ? -1 : window.size() - from - window.shift();
        return new Evidence(window.bytes(), from, window.limit(), left);
    }

    /** Encoding of the file meta information, explicit VR little endian if all is well; null where there is none. */
    private static Encoding metaEncoding(Window window, int from) throws DicomException, IOException {
        if (!window.reach(from + 6)) {
            return window.reach(from + 1) ? Encoding.EXPLICIT_LITTLE : null;
        }
        byte[] bytes = window.bytes();
        if (Encoding.unsignedShort(bytes, from, true) == 2) {
            return Encoding.EXPLICIT_BIG;
        }
        if (Encoding.unsignedShort(bytes, from, false) != 2) {
            return null;
        }
        return Vr.of(bytes[from + 4], bytes[from + 5]) == null ? Encoding.IMPLICIT_LITTLE : Encoding.EXPLICIT_LITTLE;
    }

    private static String statedTransferSyntax(Window window, TableBuilder table) {
        for (int row = 0; row < table.size(); row++) {
            if (table.tag(row) == Tag.TRANSFER_SYNTAX_UID) {
                int start = table.start(row);
                String uid = new String(window.bytes(), start, table.held(row), ISO_8859_1);
                String bare = uid.replace('\0', ' ').trim();
                return bare.isEmpty() ? null : bare;
            }
        }
        return null;
    }

    /** @return UID of the transfer syntax by which it was read */
    private String parseDataSet(Window window, DataSetParser parser, int from, String stated, Warnings warnings)
            throws DicomException, IOException {
        boolean inflates = stated != null && Encoding.deflates(stated);
        if (inflates && evidence(window, from).conclude(null) == null) {
            window.inflate(from, Inflated.isRaw(window.bytes(), from, window.limit()));
            inflates = false;
            if (!window.reach(from + 1)) {
                throw new DicomException(ErrorCode.TRUNCATED, from, "the deflated data set is empty");
            }
        }
        Encoding statedEncoding = stated == null ? null : Encoding.of(stated);
        Encoding encoding = encoding(window, from, statedEncoding);
        String transferSyntax = stated;
        if (stated == null) {
            warnings.add(Code.TRANSFER_SYNTAX_CONCLUDED, Tag.TRANSFER_SYNTAX_UID, from);
            transferSyntax = encoding.uid;
        } else if (inflates || encoding != statedEncoding && Encoding.isKnown(stated)) {
            warnings.add(Code.TRANSFER_SYNTAX_WRONG, Tag.TRANSFER_SYNTAX_UID, from);
            transferSyntax = encoding.uid;
        }
        parser.parse(from, encoding);
        return transferSyntax;
    }

    private Encoding encoding(Window window, int from, Encoding stated) throws DicomException, IOException {
        if (stated != null
                && window.reach(from + 8)
                && Evidence.confirms(stated, window.bytes(), from, window.limit())) {
            return stated;
        }
        Encoding concluded = evidence(window, from).conclude(stated);
        if (concluded == null && !window.reach(from + 8)) {
            throw new DicomException(ErrorCode.TRUNCATED, from, "the object ends inside its first data element");
        }
        if (concluded == null) {
            throw new DicomException(ErrorCode.MALFORMED, from, "nothing that reads as a data set");
        }
        return concluded;
    }
}

package io.lidc.dicom.part10;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lidc.dicom.CharacterSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.Limits;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.dicom.WarningList;
import java.io.IOException;

/**
 * Parses one header: preamble and prefix (PS3.10 section 7.1), file meta information, and the data set in the encoding
 * that its transfer syntax declares, or else in the one that the bytes tell.
 */
final class HeaderParser {
    private static final int PREAMBLE = 128;
    private static final int PREFIX = 'D' | 'I' << 8 | 'C' << 16 | 'M' << 24;

    /** Bytes of a data set from which its encoding is detected. */
    private static final int DETECTION_BYTES = 256;

    private final HeaderBuffer buffer;
    private final ElementTableBuilder table;
    private final Limits limits;
    private final CharacterSet fallback;
    private final WarningList warnings = new WarningList();
    private final DataSetParser parser;

    HeaderParser(HeaderBuffer buffer, ElementTableBuilder table, Limits limits, CharacterSet fallback) {
        this.buffer = buffer;
        this.table = table;
        this.limits = limits;
        this.fallback = fallback;
        this.parser = new DataSetParser(buffer, table, limits, warnings);
    }

    Header parse() throws DicomException, IOException {
        int from = start();
        Encoding metaEncoding = metaEncoding(from);
        String declared = null;
        int dataSet = from;
        if (metaEncoding != null) {
            if (metaEncoding != Encoding.EXPLICIT_LITTLE) {
                warnings.add(Code.TRANSFER_SYNTAX_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH, from);
            }
            dataSet = parser.parseMeta(from, metaEncoding);
            declared = declaredTransferSyntax();
        }
        int metaRows = table.size();
        if (!buffer.reach(dataSet + 1)) {
            throw new DicomException(ErrorCode.TRUNCATED, dataSet, "the object ends before its data set");
        }
        String transferSyntax = parseDataSet(dataSet, declared);
        return new Part10Header(
                new ElementTable(buffer.take(parser.position()), table.take(), buffer.gaps(), fallback),
                metaRows,
                dataSet,
                parser.position(),
                transferSyntax,
                buffer.bytesRead(parser.position()),
                warnings.toList());
    }

    /** Position of the first data element. */
    private int start() throws DicomException, IOException {
        if (!buffer.reach(1)) {
            throw new DicomException(ErrorCode.EMPTY, 0, "the object has no bytes");
        }
        if (buffer.reach(PREAMBLE + 4)
                && Encoding.intAt(buffer.bytes(), PREAMBLE, false) == PREFIX
                && !isDataSetInPlaceOfPreamble()) {
            return PREAMBLE + 4;
        }
        warnings.add(Code.NO_PREAMBLE, 0, 0);
        if (buffer.reach(4) && Encoding.intAt(buffer.bytes(), 0, false) == PREFIX) {
            return 4;
        }
        if (detector(0).detectUndeclared() == null) {
            throw new DicomException(ErrorCode.NOT_DICOM, 0, "neither a Part 10 prefix nor a data set");
        }
        return 0;
    }

    /** Whether the letters of the prefix are part of a value: of a data set that has neither preamble nor prefix. */
    private boolean isDataSetInPlaceOfPreamble() throws DicomException, IOException {
        if (Encoding.intAt(buffer.bytes(), 0, false) == 0) {
            return false;
        }
        boolean prefixed = metaEncoding(PREAMBLE + 4) != null && metaEncoding(0) == null;
        return !prefixed && detector(0).detectUndeclared() != null;
    }

    private EncodingDetector detector(int from) throws DicomException, IOException {
        // A source may return fewer bytes than requested.
        buffer.reach(Math.min(from + DETECTION_BYTES, limits.headerBytes()));
        long left = buffer.size() < 0 ? -1 : buffer.size() - from - buffer.shift();
        return new EncodingDetector(buffer.bytes(), from, buffer.limit(), left);
    }

    /** Encoding of the file meta information, explicit VR little endian in a sound object; null if there is none. */
    private Encoding metaEncoding(int from) throws DicomException, IOException {
        if (!buffer.reach(from + 6)) {
            return buffer.reach(from + 1) ? Encoding.EXPLICIT_LITTLE : null;
        }
        byte[] bytes = buffer.bytes();
        if (Encoding.unsignedShort(bytes, from, true) == 2) {
            return Encoding.EXPLICIT_BIG;
        }
        if (Encoding.unsignedShort(bytes, from, false) != 2) {
            return null;
        }
        return Vr.of(bytes[from + 4], bytes[from + 5]) == null ? Encoding.IMPLICIT_LITTLE : Encoding.EXPLICIT_LITTLE;
    }

    private String declaredTransferSyntax() {
        for (int row = 0; row < table.size(); row++) {
            if (table.tag(row) == Tag.TRANSFER_SYNTAX_UID) {
                String uid = new String(buffer.bytes(), table.start(row), table.held(row), ISO_8859_1);
                String unpadded = uid.replace('\0', ' ').trim();
                return unpadded.isEmpty() ? null : unpadded;
            }
        }
        return null;
    }

    /** @return UID of the transfer syntax by which it was read */
    private String parseDataSet(int from, String declared) throws DicomException, IOException {
        boolean inflates = declared != null && Encoding.deflates(declared);
        if (inflates && detector(from).detect(null) == null) {
            buffer.inflate(from, InflatedDataSet.isRaw(buffer.bytes(), from, buffer.limit()));
            inflates = false;
            if (!buffer.reach(from + 1)) {
                throw new DicomException(ErrorCode.TRUNCATED, from, "the deflated data set is empty");
            }
        }
        Encoding declaredEncoding = declared == null ? null : Encoding.of(declared);
        Encoding encoding = encoding(from, declaredEncoding);
        String transferSyntax = declared;
        if (declared == null) {
            warnings.add(Code.TRANSFER_SYNTAX_INFERRED, Tag.TRANSFER_SYNTAX_UID, from);
            transferSyntax = encoding.uid;
        } else if (inflates || encoding != declaredEncoding && Encoding.isKnown(declared)) {
            warnings.add(Code.TRANSFER_SYNTAX_WRONG, Tag.TRANSFER_SYNTAX_UID, from);
            transferSyntax = encoding.uid;
        }
        parser.parse(from, encoding);
        return transferSyntax;
    }

    private Encoding encoding(int from, Encoding declared) throws DicomException, IOException {
        if (declared != null
                && buffer.reach(from + 8)
                && EncodingDetector.confirms(declared, buffer.bytes(), from, buffer.limit())) {
            return declared;
        }
        Encoding detected = detector(from).detect(declared);
        if (detected == null && !buffer.reach(from + 8)) {
            throw new DicomException(ErrorCode.TRUNCATED, from, "the object ends inside its first data element");
        }
        if (detected == null) {
            throw new DicomException(ErrorCode.MALFORMED, from, "no data element can be read");
        }
        return detected;
    }
}

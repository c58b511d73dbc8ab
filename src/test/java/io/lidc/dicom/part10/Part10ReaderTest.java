package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.Written.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.Limits;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, and what tells them. */
class Part10ReaderTest {
    private static final DicomWriter LITTLE = DicomWriter.PLAIN;
    private static final DicomWriter IMPLICIT = new DicomWriter(Encoding.IMPLICIT_LITTLE, false);
    private static final DicomWriter BIG = new DicomWriter(Encoding.EXPLICIT_BIG, false);
    private static final String JPEG = "1.2.840.10008.1.2.4.50";

    private static Header read(byte[] bytes) throws DicomException, IOException {
        return new Part10Reader().read(new BytesSource(bytes));
    }

    private static DicomException failure(byte[] bytes) {
        return catchThrowableOfType(DicomException.class, () -> read(bytes));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsEachEncodingByItsTransferSyntax(Encoding encoding) throws Exception {
        Header header = read(CtHeader.file(encoding, 16));
        assertThat(header.transferSyntaxUid()).isEqualTo(encoding.uid);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.integer(Tag.ROWS, 0)).isEqualTo(512);
        assertThat(header.integer(Tag.PIXEL_PADDING_VALUE, 0)).isEqualTo(-2000);
        assertThat(header.decimal(Tag.IMAGE_POSITION_PATIENT, 2)).isEqualTo(-110.0);
        assertThat(header.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsADeflatedDataSetWithAndWithoutZlibHeader(boolean raw) throws Exception {
        byte[] deflated = DicomWriter.deflate(LITTLE.dataSet(CtHeader.elements()), raw);
        Header header = read(DicomWriter.file(DicomWriter.DEFLATED, deflated));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.transferSyntaxUid()).isEqualTo(DicomWriter.DEFLATED);
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void readsExplicitDataUnderADeflatedTransferSyntaxWithAWarning() throws Exception {
        Header header = read(DicomWriter.file(DicomWriter.DEFLATED, LITTLE.dataSet(CtHeader.elements())));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.TRANSFER_SYNTAX_WRONG);
    }

    @Test
    void namesAStreamThatDoesNotInflate() {
        byte[] deflated = DicomWriter.deflate(LITTLE.dataSet(CtHeader.elements()), true);
        deflated[0] = 7;
        assertThat(failure(DicomWriter.file(DicomWriter.DEFLATED, deflated)).code())
                .isEqualTo(ErrorCode.BAD_DEFLATE);
    }

    @Test
    void callsADeflatedStreamThatEndsEarlyTruncated() {
        byte[] deflated = DicomWriter.deflate(LITTLE.dataSet(CtHeader.elements()), true);
        byte[] file = DicomWriter.file(DicomWriter.DEFLATED, Arrays.copyOf(deflated, deflated.length - 200));
        assertThat(failure(file).code()).isEqualTo(ErrorCode.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsWhatIsEncodedWhereTheTransferSyntaxLies(Encoding encoding) throws Exception {
        byte[] dataSet = new DicomWriter(encoding, false).dataSet(CtHeader.elements());
        for (Encoding declared : Encoding.values()) {
            Header header = read(DicomWriter.file(declared.uid, dataSet));
            assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
            assertThat(header.transferSyntaxUid()).isEqualTo(encoding.uid);
            assertThat(header.warnings())
                    .extracting(ReadWarning::code)
                    .isEqualTo(declared == encoding ? List.of() : List.of(Code.TRANSFER_SYNTAX_WRONG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG, "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.8.1", "1.2.3.4.5.6.7.8"})
    void readsEncapsulatedAndUnknownTransferSyntaxesAsExplicitLittleEndian(String uid) throws Exception {
        Header header = read(DicomWriter.file(uid, LITTLE.dataSet(CtHeader.elements())));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.transferSyntaxUid()).isEqualTo(uid);
        assertThat(header.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsAPrivateTransferSyntaxByItsEvidentEncoding(Encoding encoding) throws Exception {
        byte[] dataSet = new DicomWriter(encoding, false).dataSet(CtHeader.elements());
        Header header = read(DicomWriter.file("1.2.840.113619.5.2", dataSet));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.transferSyntaxUid()).isEqualTo("1.2.840.113619.5.2");
        assertThat(header.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsADataSetWithoutPreambleAndMetaGroup(Encoding encoding) throws Exception {
        Header header = read(new DicomWriter(encoding, false).dataSet(CtHeader.elements()));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.transferSyntaxUid()).isEqualTo(encoding.uid);
        assertThat(header.warnings())
                .extracting(ReadWarning::code)
                .containsExactly(Code.NO_PREAMBLE, Code.TRANSFER_SYNTAX_INFERRED);
    }

    @Test
    void readsAFileThatStartsWithItsMetaGroup() throws Exception {
        byte[] file = LITTLE.file(CtHeader.elements());
        Header header = read(Arrays.copyOfRange(file, 132, file.length));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.NO_PREAMBLE);
    }

    @Test
    void readsAFileThatStartsWithThePrefix() throws Exception {
        byte[] file = LITTLE.file(CtHeader.elements());
        Header header = read(Arrays.copyOfRange(file, 128, file.length));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
    }

    @Test
    void concludesTheTransferSyntaxWhereTheMetaGroupIsMissing() throws Exception {
        Header header = read(DicomWriter.join(DicomWriter.preamble(), IMPLICIT.dataSet(CtHeader.elements())));
        assertThat(header.transferSyntaxUid()).isEqualTo(Encoding.IMPLICIT_LITTLE.uid);
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.TRANSFER_SYNTAX_INFERRED);
    }

    @Test
    void readsAMetaGroupInImplicitVr() throws Exception {
        byte[] meta = IMPLICIT.dataSet(List.of(text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, Encoding.EXPLICIT_LITTLE.uid)));
        Header header = read(DicomWriter.join(DicomWriter.preamble(), meta, LITTLE.dataSet(CtHeader.elements())));
        assertThat(header.transferSyntaxUid()).isEqualTo(Encoding.EXPLICIT_LITTLE.uid);
        assertThat(header.warnings()).extracting(ReadWarning::code).contains(Code.TRANSFER_SYNTAX_WRONG);
    }

    @Test
    void readsPastAWrongGroupLengthOfTheMetaGroup() throws Exception {
        byte[] file = LITTLE.file(CtHeader.elements());
        file[140] += 2;
        Header header = read(file);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.META_LENGTH_WRONG);
    }

    @Test
    void readsASequenceInTheMetaGroup() throws Exception {
        byte[] meta = LITTLE.dataSet(List.of(
                text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, Encoding.EXPLICIT_LITTLE.uid),
                Written.sequence(0x00020200, List.of(List.of(text(Tag.PATIENT_ID, Vr.LO, "INNER"))))));
        Header header = read(DicomWriter.join(DicomWriter.preamble(), meta, LITTLE.dataSet(CtHeader.elements())));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.fileMetaInformation().element(0x00020200).items()).hasSize(1);
    }

    @Test
    void givesTheFileMetaInformationToo() throws Exception {
        Header header = read(LITTLE.file(CtHeader.elements()));
        assertThat(header.text(Tag.TRANSFER_SYNTAX_UID)).isEqualTo(Encoding.EXPLICIT_LITTLE.uid);
        assertThat(header.fileMetaInformation()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA})
    void stopsAtPixelData(int tag) throws Exception {
        byte[] header = LITTLE.file(CtHeader.elements());
        byte[] file = DicomWriter.join(header, LITTLE.header(tag, Vr.OW, 1 << 20), new byte[1 << 20]);
        SlowSource source = new SlowSource(file, Integer.MAX_VALUE);
        Header read = new Part10Reader().read(source);
        assertThat(source.furthest()).isEqualTo(Limits.DEFAULT.firstRead());
        assertThat(read.bytesRead()).isEqualTo(Limits.DEFAULT.firstRead());
        assertThat(read.dataSet().element(tag).skipped()).isTrue();
        assertThat(read.dataSet().element(tag).length()).isEqualTo(1 << 20);
        assertThat(read.dataSet().element(tag).offset()).isEqualTo(header.length);
    }

    @Test
    void stopsAtEncapsulatedPixelData() throws Exception {
        byte[] file = DicomWriter.join(
                DicomWriter.file(JPEG, LITTLE.dataSet(CtHeader.elements())),
                LITTLE.header(Tag.PIXEL_DATA, Vr.OB, -1),
                new byte[] {1, 2, 3});
        Element pixels = read(file).dataSet().element(Tag.PIXEL_DATA);
        assertThat(pixels.length()).isEqualTo(0xFFFF_FFFFL);
        assertThat(pixels.bytes()).isEmpty();
    }

    @Test
    void warnsOfEncapsulatedPixelDataWithoutRoomForAFragment() throws Exception {
        byte[] file = DicomWriter.join(
                DicomWriter.file(JPEG, LITTLE.dataSet(CtHeader.elements())),
                LITTLE.header(Tag.PIXEL_DATA, Vr.OB, -1),
                new byte[16]);
        assertThat(read(file).warnings()).isEmpty();
        assertThat(read(Arrays.copyOf(file, file.length - 1)).warnings())
                .containsExactly(new ReadWarning(Code.PIXEL_DATA_CUT, Tag.PIXEL_DATA, file.length - 16 - 12));
    }

    @Test
    void doesNotCallPixelDataCutWhereTheSizeOfTheObjectIsUnknown() throws Exception {
        byte[] file = CtHeader.file(Encoding.EXPLICIT_LITTLE, 1024);
        Header header = new Part10Reader().read(new SlowSource(Arrays.copyOf(file, file.length - 1), 1000));
        assertThat(header.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsADataSetThatHoldsThePrefixWhereAFileHasIt(Encoding encoding) throws Exception {
        // With a header of 8 bytes before each value, the second value starts at byte 128 and the third element at 132.
        byte[] dataSet = new DicomWriter(encoding, false)
                .dataSet(List.of(
                        text(Tag.IMAGE_TYPE, Vr.CS, "A".repeat(112)),
                        text(Tag.MODALITY, Vr.CS, "DICM"),
                        text(Tag.PATIENT_ID, Vr.LO, "LIDC-IDRI-0001")));
        Header header = read(dataSet);
        assertThat(header.text(Tag.MODALITY)).isEqualTo("DICM");
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(header.warnings())
                .extracting(ReadWarning::code)
                .containsExactly(Code.NO_PREAMBLE, Code.TRANSFER_SYNTAX_INFERRED);
    }

    @Test
    void readsAFileWhosePreambleReadsAsADataSet() throws Exception {
        byte[] file = CtHeader.file(Encoding.EXPLICIT_LITTLE, 16);
        byte[] preamble = LITTLE.dataSet(
                List.of(text(Tag.IMAGE_TYPE, Vr.CS, "A".repeat(80)), text(Tag.PATIENT_ID, Vr.LO, "B".repeat(32))));
        System.arraycopy(preamble, 0, file, 0, 128);
        assertThat(read(file).text(Tag.PATIENT_ID)).isEqualTo("LIDC-IDRI-0001");
        assertThat(read(file).warnings()).isEmpty();
    }

    @Test
    void warnsOfPixelDataThatTheObjectDoesNotHold() throws Exception {
        byte[] file = CtHeader.file(Encoding.EXPLICIT_LITTLE, 1024);
        Header header = read(Arrays.copyOf(file, file.length - 1));
        assertThat(header.warnings())
                .containsExactly(new ReadWarning(Code.PIXEL_DATA_CUT, Tag.PIXEL_DATA, file.length - 1024 - 12));
    }

    @Test
    void callsAnObjectWithoutBytesEmpty() {
        assertThat(failure(new byte[0]).code()).isEqualTo(ErrorCode.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "patient;study;series\n1;2;3\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LidcReadMessage/>",
                "{\"status\": \"ok\"}",
                "\u0002\u0000\u0010\u0000",
                "\b\u0000\u0005\u0000 no data set follows here",
                "\b\u0000\u0005\u0000CSxx and none follows here either"
            })
    void takesNoOtherFileForADataSet(String content) {
        assertThat(failure(content.getBytes(US_ASCII)).code()).isEqualTo(ErrorCode.NOT_DICOM);
    }

    @Test
    void takesNoRandomBytesForADataSet() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            assertThat(failure(bytes).code()).isIn(ErrorCode.NOT_DICOM, ErrorCode.EMPTY);
        }
    }

    @Test
    void callsGarbageBehindThePrefixMalformed() {
        byte[] garbage = "this is no data set at all, whatever its prefix says".getBytes(US_ASCII);
        DicomException failure = failure(DicomWriter.join(DicomWriter.preamble(), garbage));
        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED);
        assertThat(failure.offset()).isEqualTo(132);
    }

    @Test
    void callsAFileThatEndsBeforeItsDataSetTruncated() {
        byte[] file = DicomWriter.file(JPEG, new byte[0]);
        DicomException failure = failure(file);
        assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED);
        assertThat(failure.offset()).isEqualTo(file.length);
    }

    @Test
    void namesTheOffsetOfAnElementThatIsCut() {
        byte[] file = LITTLE.file(
                List.of(text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL"), text(Tag.PATIENT_ID, Vr.LO, "0123456789")));
        DicomException failure = failure(Arrays.copyOf(file, file.length - 1));
        assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED);
        assertThat(failure.offset()).isEqualTo(file.length - 18);
    }

    @Test
    void readsOnlyAsFarAsTheHeaderGoes() throws Exception {
        Written large = Written.bytes(0x00282000, Vr.OB, new byte[20_000]);
        byte[] file = DicomWriter.join(
                LITTLE.file(List.of(text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL"), large)),
                LITTLE.header(Tag.PIXEL_DATA, Vr.OW, 1 << 22),
                new byte[1 << 22]);
        SlowSource source = new SlowSource(file, Integer.MAX_VALUE);
        new Part10Reader().read(source);
        assertThat(source.furthest()).isLessThan(50_000);
    }

    @Test
    void skipsALongValueByPosition() throws Exception {
        Written large = Written.bytes(0x00282000, Vr.OB, new byte[1 << 20]);
        byte[] file = LITTLE.file(
                List.of(text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL"), large, text(0x00380020, Vr.DA, "20010203")));
        Header header = new Part10Reader().read(new SlowSource(file, Integer.MAX_VALUE));
        assertThat(header.dataSet().element(0x00282000).skipped()).isTrue();
        assertThat(header.dataSet().element(0x00282000).length()).isEqualTo(1 << 20);
        assertThat(header.text(0x00380020)).isEqualTo("20010203");
        assertThat(header.dataSet().element(0x00380020).offset()).isEqualTo(file.length - 16);
        assertThat(header.bytesRead()).isLessThan(40_000);
    }

    @Test
    void hashesTheSameDataSetAlikeHoweverItIsReadAndStored() throws Exception {
        Written large = Written.bytes(0x00282000, Vr.OB, new byte[1 << 17]);
        List<Written> elements = List.of(text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL"), large, text(0x00380020, Vr.DA, ""));
        byte[] plain = LITTLE.file(elements);
        byte[] deflated = DicomWriter.file(DicomWriter.DEFLATED, DicomWriter.deflate(LITTLE.dataSet(elements), true));
        byte[] digest = read(plain).digest();
        assertThat(digest).hasSize(16);
        assertThat(new Part10Reader().read(new SlowSource(plain, 100)).digest()).isEqualTo(digest);
        assertThat(read(deflated).digest()).isEqualTo(digest);
    }

    @Test
    void hashesNeitherMetaGroupNorPixelData() throws Exception {
        byte[] dataSet = LITTLE.dataSet(CtHeader.elements());
        byte[] pixels = LITTLE.header(Tag.PIXEL_DATA, Vr.OW, 64);
        byte[] one = DicomWriter.file(JPEG, DicomWriter.join(dataSet, pixels, new byte[64]));
        byte[] other = LITTLE.file(CtHeader.elements());
        assertThat(read(one).digest()).isEqualTo(read(other).digest());
    }

    @Test
    void readsBigEndianAsDistinctFromLittle() throws Exception {
        assertThat(read(BIG.file(CtHeader.elements())).digest())
                .isNotEqualTo(read(LITTLE.file(CtHeader.elements())).digest());
    }
}

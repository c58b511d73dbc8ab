package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.DicomWriter.join;
import static io.lidc.dicom.part10.Written.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DataSet;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences, sound and damaged. */
class SequenceTest {
    private static final DicomWriter PLAIN = DicomWriter.PLAIN;
    private static final DicomWriter IMPLICIT = new DicomWriter(Encoding.IMPLICIT_LITTLE, true);
    private static final int SEQUENCE = Tag.REFERENCED_IMAGE_SEQUENCE;
    private static final Written UID = text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3");
    private static final Written BEFORE = text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL");
    private static final Written BEHIND = text(Tag.PATIENT_ID, Vr.LO, "BEHIND");

    private static Header read(byte[]... dataSet) throws DicomException, IOException {
        return read(Encoding.EXPLICIT_LITTLE, dataSet);
    }

    private static Header read(Encoding encoding, byte[]... dataSet) throws DicomException, IOException {
        return new Part10Reader().read(new BytesSource(DicomWriter.file(encoding.uid, join(dataSet))));
    }

    private static byte[] plain(Written... elements) {
        return PLAIN.dataSet(List.of(elements));
    }

    private static byte[] item(int length) {
        return join(PLAIN.tag(Tag.ITEM), DicomWriter.little(length, 4));
    }

    private static byte[] delimiter(int tag) {
        return join(PLAIN.tag(tag), new byte[4]);
    }

    private static List<String> uids(Header header, int tag) {
        return header.dataSet().element(tag).items().stream()
                .map(i -> i.element(Tag.REFERENCED_SOP_INSTANCE_UID).text())
                .toList();
    }

    @Test
    void readsUnknownOfUndefinedLengthAsImplicitVr() throws Exception {
        byte[] items = IMPLICIT.dataSet(List.of(Written.sequence(0x00091010, List.of(List.of(UID)))));
        byte[] content = Arrays.copyOfRange(items, 8, items.length);
        Header header = read(plain(BEFORE), PLAIN.header(0x00091010, Vr.UN, -1), content, plain(BEHIND));
        assertThat(uids(header, 0x00091010)).containsExactly("1.2.3");
        assertThat(header.dataSet().element(0x00091010).vr()).isEqualTo(Vr.SQ);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void readsUnknownOfUndefinedLengthInExplicitVrWhereItEvidentlyIs() throws Exception {
        byte[] items = new DicomWriter(Encoding.EXPLICIT_LITTLE, true)
                .dataSet(List.of(Written.sequence(0x00091010, List.of(List.of(UID)))));
        byte[] content = Arrays.copyOfRange(items, 12, items.length);
        Header header = read(plain(BEFORE), PLAIN.header(0x00091010, Vr.UN, -1), content, plain(BEHIND));
        assertThat(uids(header, 0x00091010)).containsExactly("1.2.3");
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void keepsPrivateBytesThatOnlyLookLikeASequence() throws Exception {
        byte[] content = join(item(4), new byte[] {1, 2, 3, 4, 5, 6});
        Header header = read(plain(BEFORE), PLAIN.header(0x00091010, Vr.UN, content.length), content, plain(BEHIND));
        Element element = header.dataSet().element(0x00091010);
        assertThat(element.vr()).isEqualTo(Vr.UN);
        assertThat(element.bytes()).isEqualTo(content);
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void readsUnknownInBigEndianAsImplicitLittleEndian() throws Exception {
        DicomWriter big = new DicomWriter(Encoding.EXPLICIT_BIG, false);
        byte[] rows = join(big.header(Tag.ROWS, Vr.UN, 2), new byte[] {0, 2});
        Header header = read(Encoding.EXPLICIT_BIG, big.dataSet(List.of(BEFORE, BEHIND)), rows);
        assertThat(header.integer(Tag.ROWS, 0)).isEqualTo(512);
    }

    @Test
    void readsAKnownAttributeThatIsEncodedAsUnknown() throws Exception {
        byte[] unknown = join(PLAIN.header(Tag.PATIENT_ID, Vr.UN, 4), "ABCD".getBytes(StandardCharsets.US_ASCII));
        Header header = read(plain(BEFORE), unknown);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCD");
        assertThat(header.dataSet().element(Tag.PATIENT_ID).vr()).isEqualTo(Vr.LO);
    }

    @Test
    void readsNestedPrivateSequencesInImplicitVr() throws Exception {
        Written inner = Written.sequence(0x00091011, List.of(List.of(UID)));
        Written outer = Written.sequence(0x00091010, List.of(List.of(inner)));
        for (boolean undefined : new boolean[] {true, false}) {
            DicomWriter writer = new DicomWriter(Encoding.IMPLICIT_LITTLE, undefined);
            Header header = read(Encoding.IMPLICIT_LITTLE, writer.dataSet(List.of(BEFORE, outer)));
            DataSet item = header.dataSet().element(0x00091010).items().get(0);
            DataSet nested = item.element(0x00091011).items().get(0);
            assertThat(nested.element(Tag.REFERENCED_SOP_INSTANCE_UID).text()).isEqualTo("1.2.3");
        }
    }

    @Test
    void decodesAnItemByItsOwnCharacterSet() throws Exception {
        Written utf8 = text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
        Written name = text(Tag.PATIENT_NAME, Vr.PN, "Müller", StandardCharsets.UTF_8);
        Written latin = text(Tag.PATIENT_NAME, Vr.PN, "Müller");
        Header header = read(plain(
                text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100"),
                Written.sequence(SEQUENCE, List.of(List.of(utf8, name), List.of(latin)))));
        List<DataSet> items = header.dataSet().element(SEQUENCE).items();
        assertThat(items).extracting(i -> i.element(Tag.PATIENT_NAME).text()).containsExactly("Müller", "Müller");
    }

    @Test
    void findsThePrivateCreatorInTheSameItem() throws Exception {
        Written creator = text(0x00090011, Vr.LO, "ACME 1.0");
        Written value = text(0x00091101, Vr.LO, "x");
        Header header = read(plain(
                text(0x00090011, Vr.LO, "OTHER"),
                text(0x00091101, Vr.LO, "y"),
                Written.sequence(0x00400275, List.of(List.of(creator, value)))));
        DataSet item = header.dataSet().element(0x00400275).items().get(0);
        assertThat(item.element(0x00091101).privateCreator()).isEqualTo("ACME 1.0");
        assertThat(header.dataSet().element(0x00091101).privateCreator()).isEqualTo("OTHER");
    }

    @Test
    void closesASequenceAtTheEndOfTheObject() throws Exception {
        Header header = read(plain(BEFORE), PLAIN.header(SEQUENCE, Vr.SQ, -1), item(-1), plain(UID));
        assertThat(uids(header, SEQUENCE)).containsExactly("1.2.3");
        assertThat(header.warnings())
                .extracting(ReadWarning::code)
                .containsExactly(Code.DELIMITER_MISSING, Code.DELIMITER_MISSING);
    }

    @Test
    void closesAnItemWhereItsSequenceEnds() throws Exception {
        Header header = read(
                plain(BEFORE),
                PLAIN.header(SEQUENCE, Vr.SQ, -1),
                item(-1),
                plain(UID),
                delimiter(Tag.SEQUENCE_DELIMITATION_ITEM),
                plain(BEHIND));
        assertThat(uids(header, SEQUENCE)).containsExactly("1.2.3");
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.DELIMITER_MISSING);
    }

    @Test
    void closesAnItemWhereTheNextOneStarts() throws Exception {
        Header header = read(
                plain(BEFORE),
                PLAIN.header(SEQUENCE, Vr.SQ, -1),
                item(-1),
                plain(UID),
                item(-1),
                plain(UID),
                delimiter(Tag.ITEM_DELIMITATION_ITEM),
                delimiter(Tag.SEQUENCE_DELIMITATION_ITEM),
                plain(BEHIND));
        assertThat(uids(header, SEQUENCE)).containsExactly("1.2.3", "1.2.3");
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
    }

    @Test
    void closesASequenceWhereTheNextElementStarts() throws Exception {
        Header header = read(
                plain(BEFORE),
                PLAIN.header(SEQUENCE, Vr.SQ, -1),
                item(-1),
                plain(UID),
                delimiter(Tag.ITEM_DELIMITATION_ITEM),
                plain(BEHIND));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.DELIMITER_MISSING);
    }

    @Test
    void passesOverDelimitersThatNothingIsOpenFor() throws Exception {
        byte[] uid = plain(UID);
        byte[] stray = delimiter(Tag.ITEM_DELIMITATION_ITEM);
        Header header = read(
                plain(BEFORE),
                PLAIN.header(SEQUENCE, Vr.SQ, 8 + uid.length + 8),
                item(uid.length),
                uid,
                stray,
                delimiter(Tag.SEQUENCE_DELIMITATION_ITEM),
                plain(BEHIND));
        assertThat(uids(header, SEQUENCE)).containsExactly("1.2.3");
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings())
                .extracting(ReadWarning::code)
                .containsExactly(Code.STRAY_DELIMITER, Code.STRAY_DELIMITER);
    }

    @Test
    void keepsADamagedSequenceOfKnownLengthAsBytes() throws Exception {
        byte[] damaged = join(item(30), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
        Header header = read(plain(BEFORE), PLAIN.header(SEQUENCE, Vr.SQ, damaged.length), damaged, plain(BEHIND));
        Element sequence = header.dataSet().element(SEQUENCE);
        assertThat(sequence.items()).isEmpty();
        assertThat(sequence.bytes()).isEqualTo(damaged);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings()).extracting(ReadWarning::code).contains(Code.SEQUENCE_DAMAGED);
    }

    @Test
    void keepsALongDamagedSequenceByItsLengthAlone() throws Exception {
        byte[] uid = plain(UID);
        byte[] damaged = join(item(uid.length), uid, new byte[100_000]);
        Header header = read(plain(BEFORE), PLAIN.header(SEQUENCE, Vr.SQ, damaged.length), damaged, plain(BEHIND));
        assertThat(header.dataSet().element(SEQUENCE).skipped()).isTrue();
        assertThat(header.dataSet().element(SEQUENCE).length()).isEqualTo(damaged.length);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
    }

    @Test
    void endsAtADamagedSequenceOfUndefinedLength() {
        byte[] garbage = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        DicomException failure = catchThrowableOfType(
                DicomException.class,
                () -> read(plain(BEFORE), PLAIN.header(SEQUENCE, Vr.SQ, -1), item(-1), garbage, plain(BEHIND)));
        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void readsAnItemThatClaimsMoreThanItsSequence() throws Exception {
        byte[] uid = plain(UID);
        Header header = read(
                plain(BEFORE),
                PLAIN.header(SEQUENCE, Vr.SQ, 8 + uid.length),
                item(uid.length + 24),
                uid,
                plain(BEHIND));
        assertThat(uids(header, SEQUENCE)).containsExactly("1.2.3");
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("BEHIND");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.ITEM_LENGTH_WRONG);
    }

    @Test
    void callsASequenceThatTheObjectDoesNotHoldTruncated() {
        DicomException failure = catchThrowableOfType(
                DicomException.class,
                () -> read(plain(BEFORE), PLAIN.header(SEQUENCE, Vr.SQ, 5000), item(-1), plain(UID)));
        assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void skipsTheFragmentsOfANestedIcon(Encoding encoding) throws Exception {
        DicomWriter writer = new DicomWriter(encoding, true);
        byte[] fragments = join(
                writer.header(Tag.PIXEL_DATA, Vr.OB, -1),
                writer.tag(Tag.ITEM),
                new byte[4],
                writer.tag(Tag.ITEM),
                writer.swapped(DicomWriter.little(6, 4), 4),
                new byte[6],
                writer.tag(Tag.SEQUENCE_DELIMITATION_ITEM),
                new byte[4]);
        Header header = read(
                encoding,
                writer.dataSet(List.of(BEFORE)),
                writer.header(0x00880200, Vr.SQ, -1),
                writer.tag(Tag.ITEM),
                DicomWriter.little(-1, 4),
                writer.dataSet(List.of(Written.us(Tag.ROWS, 64))),
                fragments,
                writer.tag(Tag.ITEM_DELIMITATION_ITEM),
                new byte[4],
                writer.tag(Tag.SEQUENCE_DELIMITATION_ITEM),
                new byte[4],
                writer.dataSet(List.of(text(0x00880904, Vr.LO, "BEHIND"))));
        Element icon = header.dataSet().element(0x00880200).items().get(0).element(Tag.PIXEL_DATA);
        assertThat(icon.skipped()).isTrue();
        assertThat(header.text(0x00880904)).isEqualTo("BEHIND");
        assertThat(header.warnings()).isEmpty();
    }
}

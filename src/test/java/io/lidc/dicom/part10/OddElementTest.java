package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.DicomWriter.join;
import static io.lidc.dicom.part10.Written.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.dicom.ByteSource;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.Header;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.ReadWarning.Code;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that writers got wrong, and what stands behind the last one. */
class OddElementTest {
    private static final DicomWriter PLAIN = DicomWriter.PLAIN;
    private static final byte[] BEFORE = PLAIN.dataSet(List.of(text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL")));
    private static final byte[] BEHIND = PLAIN.dataSet(List.of(text(Tag.PATIENT_AGE, Vr.AS, "033Y")));

    private static Header read(byte[]... dataSet) throws DicomException, IOException {
        byte[] file = DicomWriter.file(Encoding.EXPLICIT_LITTLE.uid, join(dataSet));
        return new Part10Reader().read(new BytesSource(file));
    }

    private static byte[] element(String vr, int lengthBytes, String value) {
        return join(
                PLAIN.tag(Tag.PATIENT_ID),
                vr.getBytes(US_ASCII),
                new byte[lengthBytes == 4 && !vr.isEmpty() ? 2 : 0],
                DicomWriter.little(value.length(), lengthBytes),
                value.getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\0", "??", "  ", "--", "ZZ"})
    void readsOnBehindAnUndefinedVrOfTheShortForm(String vr) throws Exception {
        Header header = read(BEFORE, element(vr, 2, "ABCD"), BEHIND);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCD");
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.UNKNOWN_VR);
    }

    @Test
    void readsOnBehindAVrOfALaterEdition() throws Exception {
        Header header = read(BEFORE, element("ZZ", 4, "ABCDEF"), BEHIND);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCDEF");
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
    }

    @Test
    void readsAnImplicitElementAmongExplicitOnes() throws Exception {
        Header header = read(BEFORE, element("", 4, "ABCDEF"), BEHIND);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCDEF");
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
    }

    @Test
    void endsWhereNothingFollowsAnUndefinedVr() {
        byte[] garbage = "this here is no element".getBytes(US_ASCII);
        DicomException failure = catchThrowableOfType(DicomException.class, () -> read(BEFORE, garbage, BEHIND));
        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @Test
    void readsAValueOfOddLength() throws Exception {
        Header header = read(BEFORE, element("LO", 2, "ABC"), BEHIND);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABC");
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.ODD_LENGTH);
    }

    @Test
    void readsRetiredGroupLengths() throws Exception {
        byte[] length =
                PLAIN.dataSet(List.of(Written.bytes(0x00100000, Vr.UL, (byte) 12, (byte) 0, (byte) 0, (byte) 0)));
        Header header = read(BEFORE, length, BEHIND);
        assertThat(header.integer(0x00100000, 0)).isEqualTo(12);
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void findsElementsThatAreOutOfOrder() throws Exception {
        Header header = read(BEFORE, BEHIND, element("LO", 2, "ABCD"), BEFORE);
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCD");
        assertThat(header.text(Tag.IMAGE_TYPE)).isEqualTo("ORIGINAL");
        assertThat(header.warnings())
                .extracting(ReadWarning::code)
                .containsExactly(Code.OUT_OF_ORDER, Code.OUT_OF_ORDER);
    }

    @Test
    void takesTheFirstOfTwoElementsOfOneTag() throws Exception {
        Header header = read(BEFORE, element("LO", 2, "ABCD"), element("LO", 2, "EFGH"));
        assertThat(header.text(Tag.PATIENT_ID)).isEqualTo("ABCD");
        assertThat(header.dataSet()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 100})
    void endsAtTrailingZeros(int count) throws Exception {
        Header header = read(BEFORE, BEHIND, new byte[count]);
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
        assertThat(header.warnings()).extracting(ReadWarning::code).containsExactly(Code.TRAILING_BYTES);
    }

    @Test
    void endsAtTrailingPadding() throws Exception {
        byte[] padding = PLAIN.dataSet(List.of(Written.bytes(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[50])));
        Header header = read(BEFORE, BEHIND, padding);
        assertThat(header.dataSet()).hasSize(2);
        assertThat(header.warnings()).isEmpty();
    }

    @Test
    void refusesAnUndefinedLengthThatTheVrDoesNotAllow() {
        byte[] text = PLAIN.header(0x00189999, Vr.UT, -1);
        DicomException failure = catchThrowableOfType(DicomException.class, () -> read(BEFORE, text, BEHIND));
        assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -2})
    void callsAnElementOfGigabytesThatAreNotThereTruncated(int length) {
        byte[] huge = PLAIN.header(0x00282000, Vr.OB, length);
        DicomException failure = catchThrowableOfType(DicomException.class, () -> read(BEFORE, huge, BEHIND));
        assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED);
    }

    @Test
    void skipsAValueOfGigabytes() throws Exception {
        byte[] head = DicomWriter.file(
                Encoding.EXPLICIT_LITTLE.uid, join(BEFORE, PLAIN.header(0x00082000, Vr.OB, -1_000_000_000)));
        long behind = head.length + 3_294_967_296L;
        Header header = new Part10Reader().read(new SparseSource(head, behind, BEHIND));
        assertThat(header.text(Tag.PATIENT_AGE)).isEqualTo("033Y");
        assertThat(header.dataSet().element(0x00082000).length()).isEqualTo(3_294_967_296L);
        assertThat(header.dataSet().element(Tag.PATIENT_AGE).offset()).isEqualTo(behind);
    }

    /** Two pieces with zeros between them. */
    private record SparseSource(byte[] head, long tailPosition, byte[] tail) implements ByteSource {
        @Override
        public long size() {
            return tailPosition + tail.length;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            if (position >= size()) {
                return -1;
            }
            long at = position;
            int read = (int) Math.min(length, size() - position);
            for (int i = 0; i < read; i++, at++) {
                target[offset + i] =
                        at < head.length ? head[(int) at] : at >= tailPosition ? tail[(int) (at - tailPosition)] : 0;
            }
            return read;
        }

        @Override
        public void close() {}
    }
}

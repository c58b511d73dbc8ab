package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.Written.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Element;
import io.lidc.dicom.Header;
import io.lidc.dicom.Limits;
import io.lidc.dicom.ReadWarning;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Value;
import io.lidc.dicom.Vr;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, typed by their VR. */
class ValueTest {
    private static final Written FIRST = text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL");

    private static Header read(Encoding encoding, Written... elements) throws DicomException, IOException {
        List<Written> all = new ArrayList<>(List.of(FIRST));
        all.addAll(Arrays.asList(elements));
        return new Part10Reader().read(new BytesSource(new DicomWriter(encoding, false).file(all)));
    }

    private static List<Value> values(Written element) throws DicomException, IOException {
        return read(Encoding.EXPLICIT_LITTLE, element).values(element.tag());
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void splitsTextAtBackslashesAndDropsPadding() throws Exception {
        Written type = text(Tag.SCAN_OPTIONS, Vr.CS, " A \\\\B");
        assertThat(values(type)).containsExactly(new Value.Text("A"), new Value.Empty(), new Value.Text("B"));
        assertThat(read(Encoding.EXPLICIT_LITTLE, type).text(Tag.SCAN_OPTIONS)).isEqualTo("A\\\\B");
    }

    @Test
    void keepsBackslashesAndLeadingSpacesOfLongText() throws Exception {
        assertThat(values(text(Tag.IMAGE_COMMENTS, Vr.LT, "  a\\b  "))).containsExactly(new Value.Text("  a\\b"));
    }

    @Test
    void givesNothingForAnEmptyOrBlankValue() throws Exception {
        Header header = read(Encoding.EXPLICIT_LITTLE, text(Tag.PATIENT_ID, Vr.LO, "    "));
        assertThat(header.text(Tag.PATIENT_ID)).isNull();
        assertThat(header.values(Tag.PATIENT_ID)).isEmpty();
        assertThat(header.text(Tag.PATIENT_NAME)).isNull();
        assertThat(header.decimal(Tag.SLICE_THICKNESS, 0)).isNull();
        assertThat(header.integer(Tag.ROWS, 0)).isNull();
    }

    @Test
    void readsDecimalsAndKeepsTheirText() throws Exception {
        assertThat(values(text(Tag.PIXEL_SPACING, Vr.DS, "0,70\\ 1e1 ")))
                .containsExactly(new Value.Decimal(0.7, "0,70"), new Value.Decimal(10, "1e1"));
    }

    @Test
    void readsNumbersPaddedWithNulInFront() throws Exception {
        assertThat(values(text(Tag.SLICE_THICKNESS, Vr.DS, "\0 2.5"))).containsExactly(new Value.Decimal(2.5, "2.5"));
        assertThat(values(text(Tag.EXPOSURE, Vr.IS, "\0 9007199254740993")))
                .containsExactly(new Value.Whole(9_007_199_254_740_993L));
    }

    @Test
    void keepsAnUnreadableNumberAsText() throws Exception {
        Written thickness = text(Tag.SLICE_THICKNESS, Vr.DS, "thin\\2");
        assertThat(values(thickness)).containsExactly(new Value.Unreadable("thin"), new Value.Decimal(2, "2"));
        Header header = read(Encoding.EXPLICIT_LITTLE, thickness);
        assertThat(header.decimal(Tag.SLICE_THICKNESS, 0)).isNull();
        assertThat(header.decimal(Tag.SLICE_THICKNESS, 1)).isEqualTo(2.0);
        assertThat(header.decimal(Tag.SLICE_THICKNESS, 2)).isNull();
        assertThat(header.text(Tag.SLICE_THICKNESS)).isEqualTo("thin\\2");
    }

    @Test
    void readsAFractionInAnIntegerStringAsTheNumberThatItIs() throws Exception {
        Written exposure = text(Tag.EXPOSURE, Vr.IS, "14.5\\14.0\\1E2");
        assertThat(values(exposure))
                .containsExactly(new Value.Decimal(14.5, "14.5"), new Value.Whole(14L), new Value.Whole(100L));
        Header header = read(Encoding.EXPLICIT_LITTLE, exposure);
        assertThat(header.integer(Tag.EXPOSURE, 0)).isNull();
        assertThat(header.decimal(Tag.EXPOSURE, 0)).isEqualTo(14.5);
        assertThat(header.integer(Tag.EXPOSURE, 1)).isEqualTo(14);
    }

    @Test
    void readsAnIntegerStringBeyond64Bits() throws Exception {
        assertThat(values(text(Tag.EXPOSURE, Vr.IS, "9007199254740993\\99999999999999999999")))
                .containsExactly(
                        new Value.Whole(9_007_199_254_740_993L),
                        new Value.Whole(new BigInteger("99999999999999999999")));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void readsBinaryNumbersInEitherByteOrder(Encoding encoding) throws Exception {
        Header header = read(
                encoding,
                Written.bytes(0x00186020, Vr.SL, hex("feffffff")),
                Written.bytes(0x00189305, Vr.FD, hex("000000000000e03f")),
                Written.bytes(0x00189313, Vr.FD, hex("")),
                Written.us(Tag.ROWS, 65535),
                Written.bytes(0x00280009, Vr.AT, hex("18006310")),
                Written.bytes(0x00720082, Vr.SV, hex("ffffffffffffffff")),
                Written.bytes(0x00720083, Vr.UV, hex("ffffffffffffffff")),
                Written.bytes(0x00720074, Vr.FD, hex("000000000000f87f")));
        assertThat(header.values(0x00186020)).containsExactly(new Value.Whole(-2L));
        assertThat(header.values(0x00189305)).containsExactly(new Value.Decimal(0.5, null));
        assertThat(header.values(0x00189313)).isEmpty();
        assertThat(header.integer(Tag.ROWS, 0)).isEqualTo(65535);
        assertThat(header.values(0x00280009)).containsExactly(new Value.Attribute(0x00181063));
        assertThat(header.text(0x00280009)).isEqualTo("00181063");
        assertThat(header.values(0x00720082)).containsExactly(new Value.Whole(-1L));
        assertThat(header.values(0x00720083)).containsExactly(new Value.Whole(new BigInteger("18446744073709551615")));
        assertThat(header.decimal(0x00720074, 0)).isNull();
    }

    @Test
    void givesBinaryNumbersAsText() throws Exception {
        Header header = read(
                Encoding.EXPLICIT_LITTLE,
                Written.us(Tag.ROWS, 512, 7),
                Written.bytes(0x00720076, Vr.FL, hex("cdcccc3d")));
        assertThat(header.text(Tag.ROWS)).isEqualTo("512\\7");
        assertThat(header.text(0x00720076)).isEqualTo("0.1");
    }

    @ParameterizedTest
    @CsvSource({"0, US, 63536", "1, SS, -2000"})
    void typesPixelValuesInImplicitVrByPixelRepresentation(int signed, Vr vr, int value) throws Exception {
        Header header = read(
                Encoding.IMPLICIT_LITTLE, Written.us(Tag.PIXEL_REPRESENTATION, signed), Written.us(0x00280120, 63536));
        assertThat(header.dataSet().element(0x00280120).vr()).isEqualTo(vr);
        assertThat(header.integer(0x00280120, 0)).isEqualTo(value);
    }

    @Test
    void refusesWholeNumbersBeyond32BitsAsInteger() throws Exception {
        Header header = read(Encoding.EXPLICIT_LITTLE, Written.bytes(0x00720078, Vr.UL, hex("ffffffff")));
        assertThat(header.integer(0x00720078, 0)).isNull();
        assertThat(header.decimal(0x00720078, 0)).isEqualTo(4_294_967_295.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20230229", "2023-01-01", "today", "202", "20230101x", "00000000"})
    void keepsWhatIsNoDateAsText(String date) throws Exception {
        assertThat(values(text(Tag.STUDY_DATE, Vr.DA, date))).containsExactly(new Value.Unreadable(date));
    }

    @Test
    void givesOtherBytesAsTheyAre() throws Exception {
        Element bytes = read(Encoding.EXPLICIT_LITTLE, Written.bytes(0x00282000, Vr.OB, hex("01020304")))
                .dataSet()
                .element(0x00282000);
        assertThat(bytes.bytes()).containsExactly(1, 2, 3, 4);
        assertThat(bytes.values()).isEmpty();
        assertThat(bytes.text()).isNull();
    }

    @Test
    void decodesTextByTheCharacterSet() throws Exception {
        Header header = read(
                Encoding.EXPLICIT_LITTLE,
                text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100"),
                text(Tag.PATIENT_NAME, Vr.PN, "Müller^Jörg"));
        assertThat(header.text(Tag.PATIENT_NAME)).isEqualTo("Müller^Jörg");
    }

    @Test
    void decodesTextOfNoDeclaredCharacterSetAsLatin1() throws Exception {
        Header header = read(
                Encoding.EXPLICIT_LITTLE,
                text(Tag.PATIENT_NAME, Vr.PN, "Müller^Jörg"),
                Written.sequence(0x00400275, List.of(List.of(text(Tag.STUDY_DESCRIPTION, Vr.LO, "Schädel")))));
        assertThat(header.text(Tag.PATIENT_NAME)).isEqualTo("Müller^Jörg");
        assertThat(header.dataSet()
                        .element(0x00400275)
                        .items()
                        .get(0)
                        .element(Tag.STUDY_DESCRIPTION)
                        .text())
                .isEqualTo("Schädel");
        assertThat(header.valueWarnings())
                .extracting(ReadWarning::code)
                .containsExactly(ReadWarning.Code.CHARACTER_SET_MISSING, ReadWarning.Code.CHARACTER_SET_MISSING);
    }

    @Test
    void decodesTextOfNoDeclaredCharacterSetByTheFallbackOfTheReader() throws Exception {
        byte[] file = DicomWriter.PLAIN.file(List.of(FIRST, Written.bytes(Tag.PATIENT_NAME, Vr.PN, hex("e9e9"))));
        Header header = new Part10Reader(Limits.DEFAULT, "ISO_IR 144").read(new BytesSource(file));
        assertThat(header.text(Tag.PATIENT_NAME)).isEqualTo("щщ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latin1", "ISO_IR 999"})
    void refusesAFallbackThatIsNoDefinedTerm(String term) {
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> new Part10Reader(Limits.DEFAULT, term)))
                .hasMessageContaining("ISO_IR 100");
    }

    @Test
    void warnsOfValuesThatDoNotRead() throws Exception {
        Header header = read(
                Encoding.EXPLICIT_LITTLE,
                text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO-IR 192"),
                text(Tag.PATIENT_NAME, Vr.PN, "Müller"),
                Written.sequence(0x00400275, List.of(List.of(text(Tag.SLICE_THICKNESS, Vr.DS, "thin")))));
        assertThat(header.valueWarnings())
                .extracting(ReadWarning::code)
                .containsExactly(
                        ReadWarning.Code.CHARACTER_SET_MISSPELLED,
                        ReadWarning.Code.UNDECODABLE_TEXT,
                        ReadWarning.Code.UNREADABLE_VALUE);
    }
}

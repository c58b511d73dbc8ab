package io.lidc.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDictionaryTest {

    @ParameterizedTest
    @CsvSource({
        "0x00020010, UI, 1, TransferSyntaxUID",
        "0x00080005, CS, 1-n, SpecificCharacterSet",
        "0x00100010, PN, 1, PatientName",
        "0x00180050, DS, 1, SliceThickness",
        "0x00280030, DS, 2, PixelSpacing",
        "0x00041220, SQ, 1, DirectoryRecordSequence",
        "0x7FE00001, OV, 1, ExtendedOffsetTable",
        "0xFFFCFFFC, OB, 1, DataSetTrailingPadding",
    })
    void knowsAnAttributesRepresentationMultiplicityAndKeyword(String tag, Vr vr, String vm, String keyword) {
        int number = Integer.parseUnsignedInt(tag.substring(2), 16);
        assertThat(DataDictionary.vr(number)).isEqualTo(vr);
        assertThat(DataDictionary.vm(number)).isEqualTo(vm);
        assertThat(DataDictionary.keyword(number)).isEqualTo(keyword);
        assertThat(DataDictionary.tag(keyword)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0x60000010, US, OverlayRows",
        "0x601E3000, OW, OverlayData",
        "0x50020010, US, NumberOfPoints",
        "0x7F020010, OW, VariablePixelData",
        "0x00203177, CS, SourceImageIDs",
        "0x00280432, LO, CoefficientCoding",
        "0x00280402, US, NumberOfTransformSteps",
        "0x00280873, AT, CodeTableLocation",
        "0x10000124, US, ShiftTableSize",
        "0x10101234, US, ZonalMap",
        "0x7FE00010, OW, PixelData",
    })
    void readsRepeatingGroupsByTheirMask(String tag, Vr vr, String keyword) {
        int number = Integer.parseUnsignedInt(tag.substring(2), 16);
        assertThat(DataDictionary.vr(number)).isEqualTo(vr);
        assertThat(DataDictionary.keyword(number)).isEqualTo(keyword);
    }

    @ParameterizedTest
    @CsvSource({
        "0x00080000, UL", "0x00090000, UL", "0x00090010, LO", "0x000900FF, LO", "0x0009000F, UN", "0x00090100, UN",
        "0x60010010, LO", "0x60011010, UN", "0x00080002, UN", "0x00000000, UL", "0x12345678, UN", "0x60000013, UN",
    })
    void givesGroupLengthsPrivateCreatorsAndTheUnknownTheirRepresentation(String tag, Vr vr) {
        assertThat(DataDictionary.vr(Integer.parseUnsignedInt(tag.substring(2), 16)))
                .isEqualTo(vr);
    }

    @ParameterizedTest
    @CsvSource({
        "0x00280106, US, true", // US or SS
        "0x00280120, US, true",
        "0x00283002, US, true",
        "0x00280010, US, false", // US
        "0x00283006, OW, false", // US or OW
        "0x00281200, OW, false", // US or SS or OW
        "0x54001010, OW, false", // OB or OW
        "0x00290106, UN, false",
    })
    void saysWhichRepresentationsPixelRepresentationDecides(String tag, Vr vr, boolean signed) {
        int number = Integer.parseUnsignedInt(tag.substring(2), 16);
        assertThat(DataDictionary.vr(number)).isEqualTo(vr);
        assertThat(DataDictionary.signedByPixelRepresentation(number)).isEqualTo(signed);
    }

    @Test
    void hasNoKeywordForUnknownPrivateAndNamelessAttributes() {
        assertThat(DataDictionary.keyword(0x0008_0002)).isNull();
        assertThat(DataDictionary.keyword(0x0009_0010)).isNull();
        assertThat(DataDictionary.keyword(0x0018_0061)).isNull();
        assertThat(DataDictionary.vm(0x0008_0002)).isNull();
        assertThat(DataDictionary.tag("SliceThicknes")).isEmpty();
    }

    @Test
    void findsEveryLineOfTheRegistryByItsTagAndByItsKeyword() throws IOException {
        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(5_000).allSatisfy(line -> {
            String[] fields = line.split("\t", -1);
            int tag = Integer.parseUnsignedInt(
                    fields[0].substring(0, 4).replace('x', '0')
                            + fields[0].substring(4).replace('x', '1'),
                    16);
            assertThat(DataDictionary.keyword(tag)).isEqualTo(fields[3].isEmpty() ? null : fields[3]);
            assertThat(DataDictionary.vm(tag)).isEqualTo(fields[2]);
            if (!fields[3].isEmpty()) {
                assertThat(DataDictionary.tag(fields[3])).hasValue(tag);
            }
            if (!fields[1].contains(" ")) {
                assertThat(DataDictionary.vr(tag)).hasToString(fields[1]);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "SliceThicknes, SliceThickness",
        "PatientsName, PatientName",
        "kvp, KVP",
        "pixelspacing, PixelSpacing",
        "SopInstanceUId, SOPInstanceUID",
        "ConvolutionKernal, ConvolutionKernel",
    })
    void suggestsTheNearestKeyword(String misspelled, String keyword) {
        assertThat(DataDictionary.nearest(misspelled)).hasValue(keyword);
    }

    @Test
    void suggestsNothingWhereNoKeywordIsAlike() {
        assertThat(DataDictionary.nearest("qqqqqqqqqqqqqqqqqqqq")).isEmpty();
        assertThat(DataDictionary.nearest("")).isEmpty();
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                DataDictionary.class.getResourceAsStream("dictionary.txt"), StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).toList();
        }
    }
}

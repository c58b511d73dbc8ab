package io.lidc.sample.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final Encoding IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.encoding(CharacterSet.LATIN_1);
    private static final Encoding LITTLE = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.encoding(CharacterSet.LATIN_1);
    private static final Encoding BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.encoding(CharacterSet.LATIN_1);

    private static final DataSet CODE = new DataSet().set(Attribute.CODE_VALUE, "1");

    @Test
    void writesTheVrInExplicitVr() {
        assertThat(hex(LITTLE, new DataSet().set(Attribute.ROWS, 258)))
                .isEqualTo("28001000" + "5553" + "0200" + "0201");
    }

    @Test
    void writesALengthOfFourBytesInImplicitVr() {
        assertThat(hex(IMPLICIT, new DataSet().set(Attribute.ROWS, 258))).isEqualTo("28001000" + "02000000" + "0201");
    }

    @Test
    void writesTagLengthAndValueFromTheHighByteDownInBigEndian() {
        assertThat(hex(BIG, new DataSet().set(Attribute.ROWS, 258))).isEqualTo("00280010" + "5553" + "0002" + "0102");
    }

    @Test
    void reservesTwoBytesBeforeTheLengthOfOtherWord() {
        DataSet pixels = new DataSet().put(Attribute.PIXEL_DATA, new Value.Words((short) 258));

        assertThat(hex(BIG, pixels)).isEqualTo("7fe00010" + "4f57" + "0000" + "00000002" + "0102");
    }

    @Test
    void padsAUidWithZero() {
        assertThat(hex(IMPLICIT, new DataSet().set(Attribute.STUDY_INSTANCE_UID, "1.2")))
                .endsWith("312e3200");
    }

    @Test
    void padsTextWithASpace() {
        assertThat(hex(IMPLICIT, new DataSet().set(Attribute.MODALITY, "ABC"))).endsWith("41424320");
    }

    @Test
    void sortsByTag() {
        DataSet unordered = new DataSet().set(Attribute.COLUMNS, 1).set(Attribute.ROWS, 2);

        assertThat(hex(IMPLICIT, unordered)).startsWith("28001000");
    }

    @Test
    void sortsTagsAsUnsignedNumbers() {
        DataSet dataSet =
                new DataSet().put(Attribute.PIXEL_DATA, new Value.Words()).set(Attribute.PRESENTATION_LUT_SHAPE, "");

        assertThat(hex(IMPLICIT, dataSet)).startsWith("50202000");
    }

    @Test
    void givesItemsTheirLengths() {
        DataSet dataSet = new DataSet().put(Attribute.PROCEDURE_CODE_SEQUENCE, new Value.Items(List.of(CODE)));

        assertThat(hex(IMPLICIT, dataSet))
                .isEqualTo("08003210" + "12000000" + "feff00e0" + "0a000000" + "08000001" + "02000000" + "3120");
    }

    @Test
    void delimitsItemsOfUndefinedLength() {
        DataSet dataSet = new DataSet().put(Attribute.PROCEDURE_CODE_SEQUENCE, new Value.DelimitedItems(List.of(CODE)));

        assertThat(hex(IMPLICIT, dataSet))
                .isEqualTo("08003210" + "ffffffff" + "feff00e0" + "ffffffff" + "08000001" + "02000000" + "3120"
                        + "feff0de0" + "00000000" + "feffdde0" + "00000000");
    }

    @Test
    void returnsToAsciiAfterEachJapaneseComponentOfAName() {
        Encoding japanese = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.encoding(CharacterSet.JAPANESE);

        assertThat(hex(japanese, new DataSet().set(Attribute.PATIENT_NAME, "例^三")))
                .endsWith("1b2442" + "4e63" + "1b2842" + "5e" + "1b2442" + "3b30" + "1b2842" + "20");
    }

    @Test
    void refusesTextThatTheCharacterSetLacks() {
        assertThatThrownBy(() -> LITTLE.encode(new DataSet().set(Attribute.PATIENT_NAME, "例")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hex(Encoding encoding, DataSet dataSet) {
        return HexFormat.of().formatHex(encoding.encode(dataSet));
    }
}

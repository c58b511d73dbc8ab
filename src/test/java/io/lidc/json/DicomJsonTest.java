package io.lidc.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.dicom.BytesSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.part10.Part10Reader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonTest {
    private List<DicomJson.LeftOut> leftOut;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DS | 2.50 | 2.50",
                "DS | -0 | -0",
                "DS | +1.5 | 1.5",
                "DS | 0,703125 | 0.703125",
                "DS | .5\\5. | 0.5,5",
                "DS | 007 | 7",
                "DS | 1E-3 | 0.001",
                "DS | -2.5e+30 | -2.5E+30",
                "DS | 0.12345678901234567890 | 0.12345678901234567890",
                "DS | 1\\\\3 | 1,null,3",
                "DS | about 5 | \"about 5\"",
                "IS | 12 | 12",
                "IS | +007 | 7",
                "IS | 14.5 | \"14.5\"",
                "IS | 99999999999999999999 | \"99999999999999999999\"",
                "CS | DERIVED \\ PRIMARY | \"DERIVED\",\"PRIMARY\"",
                "CS | A\\\\ | \"A\",null,null",
                "LT | C:\\A | \"C:\\\\A\"",
                "DA | 20040119 | \"20040119\"",
                "DA | yesterday | \"yesterday\"",
                "TM | 0727 | \"0727\"",
                "UI | 1.2.3\\1.2.4 | \"1.2.3\",\"1.2.4\"",
                "PN | Doe^J | {\"Alphabetic\":\"Doe^J\"}",
                "PN | A^B==C^D | {\"Alphabetic\":\"A^B\",\"Phonetic\":\"C^D\"}",
                "PN | =A\\B | {\"Ideographic\":\"A\"},{\"Alphabetic\":\"B\"}",
                "PN | A\\\\B | {\"Alphabetic\":\"A\"},null,{\"Alphabetic\":\"B\"}",
            })
    void writesTextByItsRepresentation(String vr, String text, String values) throws Exception {
        ExplicitObject object =
                new ExplicitObject().with(0x0009_0010, "LO", "TEST").with(0x0009_1001, vr, text);
        assertThat(json(object))
                .isEqualTo("{\"00090010\":{\"vr\":\"LO\",\"Value\":[\"TEST\"]},\"00091001\":{\"vr\":\"" + vr
                        + "\",\"Value\":[" + values + "]}}");
    }

    @ParameterizedTest
    @CsvSource({"DS,''", "PN,'  '", "PN,'=='", "LO,''", "US,''", "OB,''", "SQ,''", "UT,''"})
    void writesAnEmptyAttributeWithoutValue(String vr, String text) throws Exception {
        assertThat(json(new ExplicitObject().with(0x0011_1001, vr, text)))
                .isEqualTo("{\"00111001\":{\"vr\":\"" + vr + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({"DS, 2.5, 2.5", "IS, 9007199254740993, \"9007199254740993\""})
    void writesANumberPaddedWithNulInFront(String vr, String number, String value) throws Exception {
        assertThat(json(new ExplicitObject().with(0x0011_1001, vr, "\0 " + number)))
                .isEqualTo("{\"00111001\":{\"vr\":\"%s\",\"Value\":[%s]}}".formatted(vr, value));
    }

    @Test
    void writesBinaryNumbers() throws Exception {
        assertThat(value("US", little(4).putShort((short) 0xFFFF).putShort((short) 1)))
                .isEqualTo("65535,1");
        assertThat(value("SS", little(2).putShort((short) -2))).isEqualTo("-2");
        assertThat(value("UL", little(4).putInt(-1))).isEqualTo("4294967295");
        assertThat(value("SL", little(4).putInt(-1))).isEqualTo("-1");
        assertThat(value("AT", little(4).putShort((short) 0x0018).putShort((short) 0x00AB)))
                .isEqualTo("\"001800AB\"");
        assertThat(value("FL", little(4).putFloat(0.1f))).isEqualTo("0.1");
        assertThat(value("FD", little(8).putDouble(0.1))).isEqualTo("0.1");
    }

    @Test
    void writesLongIntegersThatDoublesDoNotHoldAsText() throws Exception {
        assertThat(value("UV", little(16).putLong(1L << 53).putLong(-1)))
                .isEqualTo("9007199254740992,\"18446744073709551615\"");
        assertThat(value("SV", little(8).putLong(Long.MIN_VALUE))).isEqualTo("\"-9223372036854775808\"");
    }

    @Test
    void writesNumbersThatAreNotFiniteAsText() throws Exception {
        assertThat(value("FD", little(16).putDouble(Double.NaN).putDouble(Double.POSITIVE_INFINITY)))
                .isEqualTo("\"NaN\",\"inf\"");
        assertThat(value("FL", little(4).putFloat(Float.NEGATIVE_INFINITY))).isEqualTo("\"-inf\"");
    }

    @Test
    void writesNestedSequencesAndTheirEmptyItems() throws Exception {
        ExplicitObject code = new ExplicitObject().with(0x0008_0100, "SH", "T-01");
        ExplicitObject item = new ExplicitObject().with(0x0040_A043, code, new ExplicitObject());
        assertThat(json(new ExplicitObject().with(0x0040_A730, item)))
                .isEqualTo("{\"0040A730\":{\"vr\":\"SQ\",\"Value\":[{\"0040A043\":{\"vr\":\"SQ\",\"Value\":["
                        + "{\"00080100\":{\"vr\":\"SH\",\"Value\":[\"T-01\"]}},{}]}}]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OB", "OW", "OF", "OD", "OL", "OV", "UN"})
    void writesUpTo64BytesInline(String vr) throws Exception {
        String json = json(new ExplicitObject().with(0x0011_1001, vr, new byte[64]));
        assertThat(json)
                .isEqualTo("{\"00111001\":{\"vr\":\"" + vr + "\",\"InlineBinary\":\"" + "A".repeat(86) + "==\"}}");
        assertThat(leftOut).isEmpty();
    }

    @Test
    void leavesLongerBytesOutAndSaysWhereAndHowMany() throws Exception {
        ExplicitObject item = new ExplicitObject().with(0x0011_1001, "OB", new byte[66]);
        ExplicitObject object = new ExplicitObject()
                .with(0x0040_A730, new ExplicitObject(), item)
                .with(0x7FE0_0010, "OW", new byte[512]);
        assertThat(json(object))
                .isEqualTo("{\"0040A730\":{\"vr\":\"SQ\",\"Value\":[{},{\"00111001\":{\"vr\":\"OB\"}}]},"
                        + "\"7FE00010\":{\"vr\":\"OW\"}}");
        assertThat(leftOut)
                .containsExactly(
                        new DicomJson.LeftOut("/0040A730/Value/1/00111001", 66),
                        new DicomJson.LeftOut("/7FE00010", 512));
    }

    @Test
    void leavesTextOutThatTheReaderSkipped() throws Exception {
        assertThat(json(new ExplicitObject().with(0x0011_1001, "UT", "x".repeat(100_000))))
                .isEqualTo("{\"00111001\":{\"vr\":\"UT\"}}");
        assertThat(leftOut).containsExactly(new DicomJson.LeftOut("/00111001", 100_000));
    }

    @Test
    void writesWordsInLittleEndian() throws Exception {
        ExplicitObject object = new ExplicitObject(ByteOrder.BIG_ENDIAN)
                .with(0x0011_1001, "OW", new byte[] {1, 2, 3, 4})
                .with(0x0011_1002, "OB", new byte[] {1, 2});
        assertThat(json(object))
                .isEqualTo("{\"00111001\":{\"vr\":\"OW\",\"InlineBinary\":\"AgEEAw==\"},"
                        + "\"00111002\":{\"vr\":\"OB\",\"InlineBinary\":\"AQI=\"}}");
    }

    @Test
    void writesAttributesInTheOrderOfTheirTagsAndEachOnce() throws Exception {
        ExplicitObject object = new ExplicitObject()
                .with(0x0018_0050, "DS", "1")
                .with(0x0008_0060, "CS", "CT")
                .with(0x0008_0060, "CS", "MR");
        assertThat(json(object))
                .isEqualTo(
                        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]},\"00180050\":{\"vr\":\"DS\",\"Value\":[1]}}");
    }

    @Test
    void leavesGroupLengthsOut() throws Exception {
        ExplicitObject object = new ExplicitObject()
                .with(0x0008_0000, "UL", new byte[] {8, 0, 0, 0})
                .with(0x0008_0060, "CS", "CT");
        assertThat(json(object)).isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
    }

    @Test
    void decodesTextByTheCharacterSet() throws Exception {
        ExplicitObject object = new ExplicitObject()
                .with(0x0008_0005, "CS", "ISO_IR 192")
                .with(0x0011_1001, "LO", new String("Größe µ".getBytes(UTF_8), ISO_8859_1));
        assertThat(json(object)).endsWith("\"00111001\":{\"vr\":\"LO\",\"Value\":[\"Größe µ\"]}}");
    }

    private String value(String vr, ByteBuffer bytes) throws Exception {
        String json = json(new ExplicitObject().with(0x0011_1001, vr, bytes.array()));
        return json.replaceFirst("^.*\"Value\":\\[", "").replaceFirst("]}}$", "");
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The JSON, which conforms to the model whatever it is made of. */
    private String json(ExplicitObject object) throws IOException, DicomException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            leftOut = DicomJson.write(
                    new Part10Reader().read(new BytesSource(object.bytes())).dataSet(), out);
        }
        assertThat(DicomJsonModel.violations(new ObjectMapper().readTree(text.toString())))
                .isEmpty();
        return text.toString();
    }
}

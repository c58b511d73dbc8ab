package io.lidc.metadata;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.json.ExplicitObject;
import io.lidc.metadata.ConfidentialityTable.Row;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code extra} holds of a header in each mode, where all attributes are asked for. */
class DeidentifiedExtraTest {
    private static final Deidentification PSEUDONYMS = Deidentification.pseudonymise("a key for this test");
    private static final int NAME_OF_NO_STANDARD = 0x0009_1001;
    private static final int SEQUENCE = 0x0008_1115; // ReferencedSeriesSequence

    static List<Row> rows() throws IOException {
        return ConfidentialityTable.rows().stream().filter(Row::isOfADataSet).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void dropsAListedAttributeUnlessAnOptionKeepsIt(Row row) throws Exception {
        assertThat(attribute(Deidentification.drop(), row) != null).isEqualTo(row.isRetained());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void changesAListedAttributeUnlessAnOptionKeepsIt(Row row) throws Exception {
        JsonNode kept = attribute(Deidentification.keep(), row);
        assertThat(kept.equals(attribute(PSEUDONYMS, row))).isEqualTo(row.isRetained());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hasPseudonymsOfListedTextAlone(Row row) throws Exception {
        JsonNode attribute = attribute(PSEUDONYMS, row);
        assertThat(attribute != null && attribute.path("Value").path(0).asText().matches("[0-9a-f]{32}"))
                .isEqualTo(row.isText() && !row.isRetained());
    }

    @Test
    void dropsAListedAttributeInTheItemsOfASequence() throws Exception {
        ExplicitObject item =
                new ExplicitObject().with(Tag.MODALITY, "CS", "CT").with(Tag.PATIENT_NAME, "PN", "Doe^Jane");
        assertThat(extra(Deidentification.drop(), object().with(SEQUENCE, item)))
                .isEqualTo("{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"2.25.1\"]},\"00081115\":{\"vr\":\"SQ\",\"Value\":"
                        + "[{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}]}}");
    }

    @Test
    void keepsTheBytesOfADamagedSequenceAsTheyAre() throws Exception {
        assertThat(extra(Deidentification.keep(), damaged())).contains(base64("Doe^Jane"));
    }

    @Test
    void dropsADamagedSequence() throws Exception {
        assertThat(extra(Deidentification.drop(), damaged())).doesNotContain("InlineBinary", "00081115");
    }

    @Test
    void pseudonymisesNoDamagedSequence() throws Exception {
        assertThat(extra(PSEUDONYMS, damaged())).doesNotContain("InlineBinary", "00081115");
    }

    @Test
    void dropsBytesOfWhichNobodyKnowsWhatTheyAre() throws Exception {
        assertThat(extra(Deidentification.drop(), object().with(0x0018_FFFA, "UN", "Doe^Jane")))
                .doesNotContain("0018FFFA");
    }

    @Test
    void dropsAnAttributeThatPs36DoesNotKnow() throws Exception {
        assertThat(extra(Deidentification.drop(), object().with(0x0018_FFFA, "LO", "Doe^Jane")))
                .doesNotContain("0018FFFA");
    }

    @Test
    void holdsNoPrivateAttributeThatIsNotNamed() throws Exception {
        assertThat(extra(Deidentification.keep(), withPrivate())).doesNotContain("0009");
    }

    @Test
    void holdsAPrivateAttributeThatIsNamed() throws Exception {
        assertThat(Mapped.map("['*', '00091001']", Deidentification.drop(), withPrivate())
                        .instance()
                        .extra())
                .endsWith("\"00091001\":{\"vr\":\"LO\",\"Value\":[\"HELICAL\"]}}");
    }

    @Test
    void holdsNoPrivateAttributeInTheItemsOfASequence() throws Exception {
        ExplicitObject item = new ExplicitObject().with(NAME_OF_NO_STANDARD, "LO", "HELICAL");
        assertThat(extra(Deidentification.keep(), object().with(SEQUENCE, item)))
                .endsWith("\"00081115\":{\"vr\":\"SQ\",\"Value\":[{}]}}");
    }

    private static ExplicitObject withPrivate() {
        return object().with(0x0009_0010, "LO", "ACME").with(NAME_OF_NO_STANDARD, "LO", "HELICAL");
    }

    /** A sequence of 20 bytes whose only item says that it has more. */
    private static ExplicitObject damaged() {
        byte[] value = new byte[20];
        byte[] item = {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0, 0x7F, 0, 0, 0};
        System.arraycopy(item, 0, value, 0, item.length);
        byte[] name = "xDoe^Jane   ".getBytes(US_ASCII);
        System.arraycopy(name, 0, value, item.length, name.length);
        return object().with(SEQUENCE, "SQ", value);
    }

    private static String base64(String text) {
        // At the ninth of the value's bytes, where a group of three starts.
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII)).substring(0, 8);
    }

    private static JsonNode attribute(Deidentification deidentification, Row row) throws Exception {
        int tag = row.attribute();
        Vr vr = DataDictionary.vr(tag);
        ExplicitObject object = tag == Tag.SOP_INSTANCE_UID ? new ExplicitObject() : object();
        if (vr == Vr.SQ) {
            object.with(tag, new ExplicitObject().with(Tag.MODALITY, "CS", "CT"));
        } else {
            object.with(tag, vr.name(), vr.isText() ? "MARKER" : "MARKER2 ");
        }
        String extra = extra(deidentification, object);
        return extra == null ? null : new ObjectMapper().readTree(extra).get(String.format("%08X", tag));
    }

    private static String extra(Deidentification deidentification, ExplicitObject object) throws Exception {
        return Mapped.map("['*']", deidentification, object).instance().extra();
    }

    private static ExplicitObject object() {
        return new ExplicitObject().with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1");
    }
}

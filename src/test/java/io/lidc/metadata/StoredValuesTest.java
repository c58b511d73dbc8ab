package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.dicom.DataDictionary;
import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import io.lidc.json.ExplicitObject;
import io.lidc.metadata.ConfidentialityTable.Row;
import io.lidc.model.Metadata;
import io.lidc.model.Patient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** De-identified rows are as if they had been ingested so. */
class StoredValuesTest {
    private static final String NAMES = "['*', '00091001', '00091002']";
    private static final Deidentification PSEUDONYMS = Deidentification.pseudonymise("a key for this test");

    static Stream<Arguments> extras() throws IOException {
        List<Arguments> extras = new ArrayList<>();
        for (Deidentification mode : List.of(Deidentification.keep(), PSEUDONYMS, Deidentification.drop())) {
            for (Row row : ConfidentialityTable.rows()) {
                if (row.isOfADataSet() && row.attribute() != Tag.SOP_INSTANCE_UID) {
                    extras.add(Arguments.of(mode.state().mode(), row, mode));
                }
            }
        }
        return extras.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("extras")
    void givesWhatIngestingAListedAttributeSoGives(Object mode, Row row, Deidentification deidentification)
            throws Exception {
        Vr vr = DataDictionary.vr(row.attribute());
        ExplicitObject object = vr == Vr.SQ
                ? object().with(row.attribute(), new ExplicitObject(), nested())
                : object().with(row.attribute(), vr.name(), vr.isText() ? "MARKER" : "MARKER2 ");

        assertThat(stored(deidentification, object)).isEqualTo(ingested(deidentification, object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Doe^Jane",
                "Doe^Jane=A^B=C^D",
                "Doe^Jane==C^D",
                "=A",
                "A=",
                "A\\B",
                "A \\ B",
                "A\\\\",
                "==",
                "A=B=C=D"
            })
    void givesANameThePseudonymThatIngestingItGives(String name) throws Exception {
        ExplicitObject object = object().with(Tag.PATIENT_NAME, "PN", name);
        assertThat(stored(PSEUDONYMS, object)).isEqualTo(ingested(PSEUDONYMS, object));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", " P1", "P1\\ P2", "\\", "P\0001", "=", "\\\\P1\"\\"})
    void givesAnIdThePseudonymThatIngestingItGives(String id) throws Exception {
        ExplicitObject object = object().with(0x0010_1000, "LO", id).with(0x0010_4000, "LT", id);
        assertThat(stored(PSEUDONYMS, object)).isEqualTo(ingested(PSEUDONYMS, object));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "0.12345678901234567890", "2.50", "1E-3", "1\\\\3", "thin"})
    void keepsTheDigitsOfANumber(String number) throws Exception {
        ExplicitObject object = object().with(Tag.SLICE_THICKNESS, "DS", number);
        assertThat(stored(PSEUDONYMS, object)).isEqualTo(ingested(Deidentification.keep(), object));
    }

    @Test
    void givesWhatIngestingColumnsSoGives() throws Exception {
        ExplicitObject object = patient();
        Patient kept = Mapped.map(NAMES, Deidentification.keep(), object).patient();
        StoredValues stored = new StoredValues(ExtraAttributes.NONE, PSEUDONYMS);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < Columns.PATIENT.size(); i++) {
            String keyword = DataDictionary.keyword(Columns.PATIENT.get(i).tag());
            values.add(stored.value(keyword, kept.values().get(i)));
        }

        assertThat(new Patient(
                        (String) stored.value("PatientID", kept.patientId()),
                        (String) stored.value("IssuerOfPatientID", kept.issuerOfPatientId()),
                        values))
                .isEqualTo(Mapped.map(NAMES, PSEUDONYMS, object).patient());
    }

    @Test
    void keepsNoPseudonymOfADate() {
        assertThat(new StoredValues(ExtraAttributes.NONE, PSEUDONYMS).value("PatientBirthDate", "1950-01-31"))
                .isNull();
    }

    @Test
    void keepsANumber() {
        assertThat(new StoredValues(ExtraAttributes.NONE, PSEUDONYMS).value("SliceThickness", 2.5))
                .isEqualTo(2.5);
    }

    @Test
    void keepsNothingInTheFormOfAnEmptyObject() {
        assertThat(new StoredValues(ExtraAttributes.NONE, Deidentification.drop())
                        .extra("{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Doe^Jane\"}]}}"))
                .isNull();
    }

    /** PostgreSQL gives jsonb back with blanks, and its members in an order of its own. */
    @Test
    void readsWhatPostgresqlMakesOfIt() {
        StoredValues stored = new StoredValues(ExtraAttributes.NONE, PSEUDONYMS);
        assertThat(stored.extra(
                        "{\"00100010\": {\"vr\": \"PN\", \"Value\": [{\"Phonetic\": \"B\", \"Alphabetic\": \"A\"}]}}"))
                .isEqualTo("{\"00100010\":{\"vr\":\"LO\",\"Value\":[\"" + PSEUDONYMS.replacement("A==B") + "\"]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Doe",
                "[\"Doe\"]",
                "{\"Doe\":{\"vr\":\"PN\"}}",
                "{\"00100010\":{\"Value\":[\"Doe\"],\"vr\":\"LO\"}}",
                "{\"00100010\":{\"vr\":\"LO\",\"Value\":[\"Doe\"",
                "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"Doe\"",
                "{\"00080060\":{\"vr\":\"Doe\"}}",
            })
    void refusesOtherTextWithoutAWordOfIt(String text) {
        StoredValues stored = new StoredValues(ExtraAttributes.NONE, PSEUDONYMS);
        assertThatThrownBy(() -> stored.extra(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Doe")
                .hasNoCause();
    }

    private static ExplicitObject patient() {
        return object().with(Tag.PATIENT_NAME, "PN", "Doe^Jane=")
                .with(Tag.PATIENT_ID, "LO", "P1")
                .with(Tag.ISSUER_OF_PATIENT_ID, "LO", "X")
                .with(Tag.PATIENT_BIRTH_DATE, "DA", "19500131")
                .with(Tag.PATIENT_SEX, "CS", "F");
    }

    private static ExplicitObject nested() {
        return new ExplicitObject()
                .with(Tag.MODALITY, "CS", "CT")
                .with(Tag.PATIENT_NAME, "PN", "Doe^Jane")
                .with(0x0008_1115, "SQ", (byte) 1, (byte) 2)
                .with(0x0009_1001, "LO", "A")
                .with(0x0009_1002, "UN", "A ")
                .with(0x0009_1003, "LO", "A");
    }

    private static ExplicitObject object() {
        return new ExplicitObject().with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1");
    }

    private static String ingested(Deidentification deidentification, ExplicitObject object) throws Exception {
        return Mapped.map(NAMES, deidentification, object).instance().extra();
    }

    private static String stored(Deidentification deidentification, ExplicitObject object) throws Exception {
        Metadata kept = Mapped.map(NAMES, Deidentification.keep(), object);
        return new StoredValues(Mapped.extra(NAMES), deidentification)
                .extra(kept.instance().extra());
    }
}

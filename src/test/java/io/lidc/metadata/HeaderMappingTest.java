package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.dicom.BytesSource;
import io.lidc.dicom.Limits;
import io.lidc.dicom.Tag;
import io.lidc.dicom.part10.Part10Reader;
import io.lidc.json.ExplicitObject;
import io.lidc.model.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderMappingTest {
    @TempDir
    private Path folder;

    @Test
    void readsADecimalColumn() throws Exception {
        assertThat(value("slice_thickness", object().with(Tag.SLICE_THICKNESS, "DS", "2.50")))
                .isEqualTo(2.5);
    }

    @Test
    void readsOneValueOfSeveral() throws Exception {
        assertThat(value("pixel_spacing_column", object().with(Tag.PIXEL_SPACING, "DS", "0.7\\0.8")))
                .isEqualTo(0.8);
    }

    @Test
    void spellsADateAsIso8601() throws Exception {
        assertThat(value("content_date", object().with(Tag.CONTENT_DATE, "DA", "20000131")))
                .isEqualTo("2000-01-31");
    }

    @Test
    void leavesAPartialDateAsItIs() throws Exception {
        assertThat(value("content_date", object().with(Tag.CONTENT_DATE, "DA", "200001")))
                .isEqualTo("200001");
    }

    @Test
    void spellsATimeAsIso8601() throws Exception {
        assertThat(value("content_time", object().with(Tag.CONTENT_TIME, "TM", "140506.25")))
                .isEqualTo("14:05:06.25");
    }

    @Test
    void stripsThePaddingOfEachOfSeveralValues() throws Exception {
        assertThat(value("image_type", imageType("DERIVED \\PRIMARY"))).isEqualTo("DERIVED\\PRIMARY");
    }

    @Test
    void hasNoMetadataWithoutASopInstanceUid() throws Exception {
        assertThat(map(ExtraAttributes.NONE, new ExplicitObject().with(Tag.MODALITY, "CS", "CT")))
                .isNull();
    }

    @Test
    void hasNoStudyWithoutAStudyInstanceUid() throws Exception {
        assertThat(map(ExtraAttributes.NONE, object()).study()).isNull();
    }

    @Test
    void keepsANumberThatIsNoneAsTextInExtra() throws Exception {
        assertThat(map(ExtraAttributes.NONE, object().with(Tag.SLICE_THICKNESS, "DS", "thin"))
                        .instance()
                        .extra())
                .isEqualTo("{\"00180050\":{\"vr\":\"DS\",\"Value\":[\"thin\"]}}");
    }

    @Test
    void warnsOfANumberThatIsNone() throws Exception {
        assertThat(map(ExtraAttributes.NONE, object().with(Tag.SLICE_THICKNESS, "DS", "thin"))
                        .instance()
                        .warnings())
                .isEqualTo("UNREADABLE_VALUE");
    }

    @Test
    void warnsOfTextThatItsCharacterSetDoesNotDefine() throws Exception {
        ExplicitObject unicode = new ExplicitObject()
                .with(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 192")
                .with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1");
        assertThat(map(ExtraAttributes.NONE, unicode.with(Tag.CONVOLUTION_KERNEL, "SH", "\u00E4"))
                        .instance()
                        .warnings())
                .isEqualTo("UNDECODABLE_TEXT");
    }

    @ParameterizedTest
    @EnumSource(Deidentification.Mode.class)
    void warnsOfTextAlsoWhereItIsHidden(Deidentification.Mode mode) throws Exception {
        Deidentification deidentification =
                switch (mode) {
                    case KEEP -> Deidentification.keep();
                    case PSEUDONYMISE -> Deidentification.pseudonymise("a key for this test");
                    case DROP -> Deidentification.drop();
                };

        assertThat(Mapped.map("[]", deidentification, object().with(Tag.PATIENT_NAME, "PN", "\u00E4"))
                        .instance()
                        .warnings())
                .isEqualTo("CHARACTER_SET_MISSING");
    }

    @Test
    void warnsOfTextThatNeedsACharacterSetAndHasNone() throws Exception {
        assertThat(map(ExtraAttributes.NONE, object().with(Tag.CONVOLUTION_KERNEL, "SH", "\u00E4"))
                        .instance()
                        .warnings())
                .isEqualTo("CHARACTER_SET_MISSING");
    }

    @Test
    void hasNoExtraUnlessItIsAskedFor() throws Exception {
        assertThat(map(ExtraAttributes.NONE, object()).instance().extra()).isNull();
    }

    @Test
    void keepsANamedAttributeInExtra() throws Exception {
        assertThat(map(extra("[ScanOptions]"), object().with(Tag.SCAN_OPTIONS, "CS", "HELICAL MODE"))
                        .instance()
                        .extra())
                .isEqualTo("{\"00180022\":{\"vr\":\"CS\",\"Value\":[\"HELICAL MODE\"]}}");
    }

    @Test
    void keepsAllAttributesInExtraWhenAskedTo() throws Exception {
        assertThat(map(extra("['*']"), object()).instance().extra())
                .isEqualTo("{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"2.25.1\"]}}");
    }

    @Test
    void dropsAPatientFromExtra() throws Exception {
        ExplicitObject object = object().with(Tag.PATIENT_ID, "LO", "P1");

        assertThat(map(extra("['*']"), Deidentification.drop(), object)
                        .instance()
                        .extra())
                .isEqualTo("{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"2.25.1\"]}}");
    }

    @Test
    void pseudonymisesAPatientInExtraAsInItsColumn() throws Exception {
        Deidentification pseudonyms = Deidentification.pseudonymise("a key for this test");
        Metadata metadata = map(extra("[PatientID]"), pseudonyms, object().with(Tag.PATIENT_ID, "LO", "P1"));

        assertThat(metadata.instance().extra())
                .isEqualTo("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\""
                        + metadata.patient().patientId() + "\"]}}");
    }

    @Test
    void keepsNoNulInExtra() throws Exception {
        assertThat(map(extra("[ScanOptions]"), object().with(Tag.SCAN_OPTIONS, "CS", "A\0B"))
                        .instance()
                        .extra())
                .isEqualTo("{\"00180022\":{\"vr\":\"CS\",\"Value\":[\"A\\uFFFDB\"]}}");
    }

    @Test
    void suggestsTheNearestKeywordForOneThatDoesNotExist() {
        assertThatThrownBy(() -> extra("[SliceThicknes]"))
                .hasMessageEndingWith(
                        "names SliceThicknes, which is no keyword of PS3.6; did you mean SliceThickness?");
    }

    private static ExplicitObject imageType(String value) {
        return new ExplicitObject().with(Tag.IMAGE_TYPE, "CS", value).with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1");
    }

    private static ExplicitObject object() {
        return new ExplicitObject().with(Tag.SOP_INSTANCE_UID, "UI", "2.25.1");
    }

    private ExtraAttributes extra(String names) throws IOException {
        return ExtraAttributes.load(Files.writeString(folder.resolve("attributes.yaml"), "attributes: " + names)
                .toString());
    }

    private static Object value(String column, ExplicitObject object) throws Exception {
        return map(ExtraAttributes.NONE, object).instance().values().get(Columns.indexOf(Columns.INSTANCE, column));
    }

    private static Metadata map(ExtraAttributes extra, ExplicitObject object) throws Exception {
        return map(extra, Deidentification.keep(), object);
    }

    private static Metadata map(ExtraAttributes extra, Deidentification privacy, ExplicitObject object)
            throws Exception {
        try (BytesSource source = new BytesSource(object.bytes())) {
            return new HeaderMapping(extra, privacy).map(new Part10Reader(Limits.DEFAULT).read(source));
        }
    }
}

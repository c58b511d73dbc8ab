package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.DataDictionary;
import io.lidc.metadata.ConfidentialityTable.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidentialityProfileTest {

    static List<Row> rows() throws IOException {
        return ConfidentialityTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hidesAListedAttributeUnlessAnOptionKeepsIt(Row row) {
        assertThat(ConfidentialityProfile.basic().hides(row.attribute())).isEqualTo(!row.isRetained());
    }

    /** So a misspelled tag of the resource is found out. */
    @ParameterizedTest
    @MethodSource("rows")
    void namesEachAttributeAsPs36Does(Row row) {
        String keyword = DataDictionary.keyword(row.attribute());
        assertThat(row.keyword()).isEqualTo(keyword == null ? "" : keyword);
    }

    @Test
    void hasEveryRowOfTheTableButThatOfPrivateAttributes() throws IOException {
        assertThat(rows()).hasSize(654);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PatientName",
                "PatientID",
                "PatientBirthDate",
                "AccessionNumber",
                "EthnicGroup",
                "MedicalAlerts",
                "Allergies",
                "PersonName",
                "ReferringPhysicianName",
                "InstitutionName",
                "StudyDescription",
                "ContentSequence",
                "OverlayData",
                "IssuerOfPatientIDQualifiersSequence",
            })
    void hidesWhatMayTellWhoAPatientIs(String keyword) {
        assertThat(hides(keyword)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PatientSex",
                "PatientAge",
                "PatientSize",
                "PatientWeight",
                "StudyDate",
                "AcquisitionDateTime",
                "SOPInstanceUID",
                "FrameOfReferenceUID",
                "DeviceSerialNumber",
                "StationName",
                "SliceThickness",
                "Modality",
            })
    void keepsWhatResearchersNeed(String keyword) {
        assertThat(hides(keyword)).isFalse();
    }

    private static boolean hides(String keyword) {
        return ConfidentialityProfile.basic().hides(DataDictionary.tag(keyword).orElseThrow());
    }
}

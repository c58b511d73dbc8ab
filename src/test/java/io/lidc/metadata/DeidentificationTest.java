package io.lidc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.Tag;
import org.junit.jupiter.api.Test;

class DeidentificationTest {
    private static final Deidentification PSEUDONYMS = Deidentification.pseudonymise("a key for this test");

    @Test
    void keepsWhatItMay() {
        assertThat(Deidentification.keep().text(Tag.PATIENT_ID, "P1")).isEqualTo("P1");
    }

    @Test
    void leavesOutWhatItMustDrop() {
        assertThat(Deidentification.drop().text(Tag.PATIENT_NAME, "Doe^Jane")).isNull();
    }

    @Test
    void leavesOtherAttributesAlone() {
        assertThat(Deidentification.drop().text(Tag.MODALITY, "CT")).isEqualTo("CT");
    }

    @Test
    void givesAlikeValuesAlikePseudonyms() {
        assertThat(PSEUDONYMS.text(Tag.PATIENT_ID, "P1")).isEqualTo(PSEUDONYMS.text(0x00101000, "P1"));
    }

    @Test
    void givesDifferentValuesDifferentPseudonyms() {
        assertThat(PSEUDONYMS.text(Tag.PATIENT_ID, "P1")).isNotEqualTo(PSEUDONYMS.text(Tag.PATIENT_ID, "P2"));
    }

    @Test
    void givesOtherPseudonymsUnderAnotherKey() {
        assertThat(Deidentification.pseudonymise("another key for this").text(Tag.PATIENT_ID, "P1"))
                .isNotEqualTo(PSEUDONYMS.text(Tag.PATIENT_ID, "P1"));
    }

    /** RFC 4231, test case 2. */
    @Test
    void isTheStartOfTheHmac() {
        assertThat(Deidentification.pseudonymise("Jefe").text(Tag.PATIENT_NAME, "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c7");
    }

    @Test
    void givesNoPseudonymOfNothing() {
        assertThat(PSEUDONYMS.text(Tag.PATIENT_ID, null)).isNull();
    }
}

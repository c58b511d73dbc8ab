package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.CharacterSet;
import io.lidc.sample.dataset.DataSet;

/** A patient who does not exist; name, comments and descriptions are written in the character set. */
record SamplePatient(
        String id, String name, String birthDate, String sex, String age, CharacterSet characterSet, Phantom phantom) {

    /** The Patient and Patient Study modules (PS3.3 sections C.7.1.1 and C.7.2.2). */
    DataSet dataSet() {
        return new DataSet()
                .set(Attribute.SPECIFIC_CHARACTER_SET, characterSet.definedTerm())
                .set(Attribute.PATIENT_NAME, name)
                .set(Attribute.PATIENT_ID, id)
                .set(Attribute.PATIENT_BIRTH_DATE, birthDate)
                .set(Attribute.PATIENT_SEX, sex)
                .set(Attribute.PATIENT_AGE, age)
                .set(Attribute.QUALITY_CONTROL_SUBJECT, "YES")
                .set(Attribute.PATIENT_COMMENTS, "Synthetic phantom, no patient");
    }
}

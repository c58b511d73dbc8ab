package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Uid;

/** A study: one visit of a patient, all its series on one scanner. */
record SampleStudy(SamplePatient patient, String id, String date, String time, String description) {

    String uid() {
        return Uid.of(name());
    }

    /** One for all series of the study: they share a table and an origin (PS3.3 section C.7.4.1). */
    String frameOfReferenceUid() {
        return Uid.of(name() + "/frame of reference");
    }

    /** What the UIDs of everything below are made from. */
    String name() {
        return patient.id() + "/" + id;
    }

    /** The General Study module (PS3.3 section C.7.2.1) over the patient's. */
    DataSet dataSet() {
        return patient.dataSet()
                .set(Attribute.STUDY_INSTANCE_UID, uid())
                .set(Attribute.STUDY_DATE, date)
                .set(Attribute.STUDY_TIME, time)
                .empty(Attribute.REFERRING_PHYSICIAN_NAME)
                .set(Attribute.STUDY_ID, id)
                .empty(Attribute.ACCESSION_NUMBER)
                .set(Attribute.STUDY_DESCRIPTION, description);
    }
}

package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.Part10File;
import io.lidc.sample.dataset.TransferSyntax;
import io.lidc.sample.dataset.Uid;
import java.util.List;

/** A series of the sample. */
sealed interface SampleSeries permits CtSeries, DxSeries {

    SampleStudy study();

    /** Series Number (0020,0011). */
    int number();

    String modality();

    String description();

    Scanner scanner();

    TransferSyntax transferSyntax();

    /** The instances there are, by Instance Number (0020,0013). */
    List<Integer> instanceNumbers();

    /** One instance with its pixel data. */
    DataSet dataSet(int instanceNumber);

    default String uid() {
        return Uid.of(study().name() + "/" + number());
    }

    default String instanceUid(int instanceNumber) {
        return Uid.of(study().name() + "/" + number() + "/" + instanceNumber);
    }

    /** Relative path: patient id, study UID, series UID, instance number. */
    default String path(int instanceNumber) {
        return "%s/%s/%s/%06d.dcm".formatted(study().patient().id(), study().uid(), uid(), instanceNumber);
    }

    /** One instance as a file. */
    default Part10File file(int instanceNumber) {
        return Part10File.ofInstance(
                dataSet(instanceNumber), transferSyntax(), study().patient().characterSet());
    }

    /** What every instance says of its patient, study, series and equipment, and of itself. */
    default DataSet commonDataSet(String sopClassUid, int instanceNumber) {
        return study().dataSet()
                .addAll(scanner().dataSet())
                .set(Attribute.SERIES_INSTANCE_UID, uid())
                .set(Attribute.SERIES_NUMBER, number())
                .set(Attribute.SERIES_DATE, study().date())
                .set(Attribute.SERIES_TIME, study().time())
                .set(Attribute.SERIES_DESCRIPTION, description())
                .set(Attribute.MODALITY, modality())
                .set(Attribute.BODY_PART_EXAMINED, "CHEST")
                .set(Attribute.SOP_CLASS_UID, sopClassUid)
                .set(Attribute.SOP_INSTANCE_UID, instanceUid(instanceNumber))
                .set(Attribute.INSTANCE_NUMBER, instanceNumber)
                .set(Attribute.ACQUISITION_NUMBER, 1)
                .set(Attribute.ACQUISITION_DATE, study().date())
                .set(Attribute.ACQUISITION_TIME, study().time())
                .set(Attribute.CONTENT_DATE, study().date())
                .set(Attribute.CONTENT_TIME, study().time());
    }
}

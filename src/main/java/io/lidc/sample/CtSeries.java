package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.TransferSyntax;
import io.lidc.sample.dataset.Uid;
import java.util.List;

/**
 * A CT series by the CT Image IOD (PS3.3 section A.3).
 *
 * @param extras whether the instances carry sequences and private attributes
 */
record CtSeries(
        SampleStudy study,
        int number,
        String description,
        Scanner scanner,
        Technique technique,
        Slices slices,
        TransferSyntax transferSyntax,
        boolean extras)
        implements SampleSeries {

    private static final int MATRIX = 64;

    /** A series in explicit VR little endian, without extras. */
    static CtSeries of(
            SampleStudy study, int number, String description, Scanner scanner, Technique technique, Slices slices) {
        TransferSyntax usual = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        return new CtSeries(study, number, description, scanner, technique, slices, usual, false);
    }

    CtSeries in(TransferSyntax other) {
        return new CtSeries(study, number, description, scanner, technique, slices, other, extras);
    }

    CtSeries withSequencesAndPrivateAttributes() {
        return new CtSeries(study, number, description, scanner, technique, slices, transferSyntax, true);
    }

    @Override
    public String modality() {
        return "CT";
    }

    @Override
    public List<Integer> instanceNumbers() {
        return slices.instanceNumbers();
    }

    @Override
    public DataSet dataSet(int instanceNumber) {
        ImagePlane plane = slices.plane(instanceNumber, MATRIX, technique.diameter());
        ImagePlane shown = slices.shown(instanceNumber, MATRIX, technique.diameter());
        DataSet dataSet = commonDataSet(Uid.CT_IMAGE_STORAGE, instanceNumber)
                .addAll(technique.dataSet())
                .addAll(plane.dataSet())
                .addAll(scanner.pixelFormat()
                        .dataSet(shown.render(study.patient().phantom())))
                .set(Attribute.IMAGE_TYPE, imageType())
                .set(Attribute.ACQUISITION_NUMBER, slices.acquisition(instanceNumber))
                .set(Attribute.PROTOCOL_NAME, "CHEST ROUTINE")
                .set(Attribute.PATIENT_POSITION, slices.view().patientPosition())
                .set(Attribute.FRAME_OF_REFERENCE_UID, study.frameOfReferenceUid())
                .empty(Attribute.POSITION_REFERENCE_INDICATOR)
                .setDecimal(Attribute.SLICE_THICKNESS, slices.thickness())
                .setDecimal(Attribute.SPACING_BETWEEN_SLICES, slices.spacing())
                .setDecimal(Attribute.SLICE_LOCATION, slices.location(instanceNumber))
                .setDecimal(Attribute.GANTRY_DETECTOR_TILT, slices.view().tilt())
                .set(Attribute.RESCALE_TYPE, "HU")
                .setDecimal(Attribute.WINDOW_CENTER, -600, 40)
                .setDecimal(Attribute.WINDOW_WIDTH, 1600, 400);
        return extras ? dataSet.addAll(CtExtras.dataSet(this)) : dataSet;
    }

    /** Image Type (PS3.3 section C.8.2.1.1.1). */
    private String[] imageType() {
        return slices.view().isReformatted()
                ? new String[] {"DERIVED", "SECONDARY", "MPR"}
                : new String[] {"ORIGINAL", "PRIMARY", "AXIAL"};
    }
}

package io.lidc.sample;

import io.lidc.sample.dataset.Attribute;
import io.lidc.sample.dataset.DataSet;
import io.lidc.sample.dataset.TransferSyntax;
import io.lidc.sample.dataset.Uid;
import io.lidc.sample.dataset.Value;
import java.util.List;

/** One radiograph of the chest, from the back, by the Digital X-Ray Image IOD (PS3.3 section A.26). */
record DxSeries(SampleStudy study, int number, String description, Scanner scanner, TransferSyntax transferSyntax)
        implements SampleSeries {

    private static final int MATRIX = 96;
    private static final double PIXEL_SPACING = 4;

    @Override
    public String modality() {
        return "DX";
    }

    @Override
    public List<Integer> instanceNumbers() {
        return List.of(1);
    }

    @Override
    public DataSet dataSet(int instanceNumber) {
        Raster radiograph = Radiograph.of(study.patient().phantom(), MATRIX, PIXEL_SPACING);
        return commonDataSet(Uid.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION, instanceNumber)
                .addAll(scanner.pixelFormat().dataSet(radiograph))
                .addAll(anatomy())
                .addAll(presentation())
                .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
                .set(Attribute.VIEW_POSITION, "PA")
                .set(Attribute.PATIENT_ORIENTATION, "L", "F")
                .set(Attribute.DETECTOR_TYPE, "SCINTILLATOR")
                .setDecimal(Attribute.IMAGER_PIXEL_SPACING, PIXEL_SPACING, PIXEL_SPACING)
                .setDecimal(Attribute.KVP, 125)
                .set(Attribute.EXPOSURE_TIME, 8)
                .set(Attribute.X_RAY_TUBE_CURRENT, 320)
                .set(Attribute.EXPOSURE, 3)
                .empty(Attribute.ACQUISITION_CONTEXT_SEQUENCE);
    }

    /** The DX Anatomy Imaged module (PS3.3 section C.8.11.2). */
    private static DataSet anatomy() {
        return new DataSet()
                .set(Attribute.IMAGE_LATERALITY, "U")
                .put(
                        Attribute.ANATOMIC_REGION_SEQUENCE,
                        new Value.Items(List.of(new DataSet()
                                .set(Attribute.CODE_VALUE, "816094009")
                                .set(Attribute.CODING_SCHEME_DESIGNATOR, "SCT")
                                .set(Attribute.CODE_MEANING, "Chest"))));
    }

    /** The DX Series and DX Image modules but for the pixels (PS3.3 sections C.8.11.1 and C.8.11.3). */
    private static DataSet presentation() {
        return new DataSet()
                .set(Attribute.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
                .set(Attribute.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
                .set(Attribute.PIXEL_INTENSITY_RELATIONSHIP_SIGN, -1)
                .set(Attribute.RESCALE_TYPE, "US")
                .set(Attribute.PRESENTATION_LUT_SHAPE, "IDENTITY")
                .set(Attribute.LOSSY_IMAGE_COMPRESSION, "00")
                .set(Attribute.BURNED_IN_ANNOTATION, "NO")
                .setDecimal(Attribute.WINDOW_CENTER, 2048)
                .setDecimal(Attribute.WINDOW_WIDTH, 4096);
    }
}

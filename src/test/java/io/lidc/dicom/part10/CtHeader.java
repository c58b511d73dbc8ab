package io.lidc.dicom.part10;

import static io.lidc.dicom.part10.Written.text;
import static io.lidc.dicom.part10.Written.us;

import io.lidc.dicom.Tag;
import io.lidc.dicom.Vr;
import java.util.List;

/** Data elements of the shape that a CT slice of a public collection has, after de-identification. */
final class CtHeader {
    private static final String ROOT = "1.3.6.1.4.1.14519.5.2.1.6279.6001.";

    private CtHeader() {}

    /** About 90 elements, 2 KB, without pixel data. */
    static List<Written> elements() {
        return List.of(
                text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100"),
                text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\AXIAL"),
                text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2"),
                text(Tag.SOP_INSTANCE_UID, Vr.UI, ROOT + "202709423777326615340853838834"),
                text(Tag.STUDY_DATE, Vr.DA, "20000101"),
                text(Tag.SERIES_DATE, Vr.DA, "20000101"),
                text(Tag.ACQUISITION_DATE, Vr.DA, "20000101"),
                text(Tag.CONTENT_DATE, Vr.DA, "20000101"),
                text(0x00080024, Vr.DA, "20000101"),
                text(0x00080025, Vr.DA, "20000101"),
                text(Tag.ACQUISITION_DATE_TIME, Vr.DT, "20000101"),
                text(Tag.STUDY_TIME, Vr.TM, ""),
                text(Tag.ACQUISITION_TIME, Vr.TM, ""),
                text(Tag.CONTENT_TIME, Vr.TM, ""),
                text(Tag.ACCESSION_NUMBER, Vr.SH, "2819497684894126"),
                text(Tag.MODALITY, Vr.CS, "CT"),
                text(Tag.MANUFACTURER, Vr.LO, "GE MEDICAL SYSTEMS"),
                text(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN, ""),
                text(Tag.STUDY_DESCRIPTION, Vr.LO, "CT CHEST W/CONTRAST"),
                text(Tag.SERIES_DESCRIPTION, Vr.LO, "CHEST 2.5 MM"),
                text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, "LightSpeed Plus"),
                text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, ROOT + "298806137288633453246975630178"),
                text(Tag.PATIENT_NAME, Vr.PN, ""),
                text(Tag.PATIENT_ID, Vr.LO, "LIDC-IDRI-0001"),
                text(Tag.PATIENT_BIRTH_DATE, Vr.DA, ""),
                text(Tag.PATIENT_SEX, Vr.CS, ""),
                text(Tag.PATIENT_AGE, Vr.AS, ""),
                text(0x001021D0, Vr.DA, "20000101"),
                text(Tag.PATIENT_IDENTITY_REMOVED, Vr.CS, "YES"),
                text(Tag.DEIDENTIFICATION_METHOD, Vr.LO, "DCM:113100/113105/113107/113108/113109/113111"),
                text(0x00130010, Vr.LO, "CTP"),
                text(0x00131010, Vr.LO, "LIDC-IDRI"),
                text(0x00131013, Vr.LO, "62796001"),
                text(Tag.CONTRAST_BOLUS_AGENT, Vr.LO, "IV"),
                text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST"),
                text(Tag.SCAN_OPTIONS, Vr.CS, "HELICAL MODE"),
                text(Tag.SLICE_THICKNESS, Vr.DS, "2.500000"),
                text(Tag.KVP, Vr.DS, "120"),
                text(Tag.DATA_COLLECTION_DIAMETER, Vr.DS, "500.000000"),
                text(Tag.SOFTWARE_VERSIONS, Vr.LO, "LightSpeedApps2.4.2_H2.4M5"),
                text(Tag.RECONSTRUCTION_DIAMETER, Vr.DS, "360.000000"),
                text(Tag.DISTANCE_SOURCE_TO_DETECTOR, Vr.DS, "949.075012"),
                text(Tag.DISTANCE_SOURCE_TO_PATIENT, Vr.DS, "541.000000"),
                text(Tag.GANTRY_DETECTOR_TILT, Vr.DS, "0.000000"),
                text(Tag.TABLE_HEIGHT, Vr.DS, "144.399994"),
                text(Tag.ROTATION_DIRECTION, Vr.CS, "CW"),
                text(Tag.EXPOSURE_TIME, Vr.IS, "570"),
                text(Tag.XRAY_TUBE_CURRENT, Vr.IS, "400"),
                text(Tag.EXPOSURE, Vr.IS, "4684"),
                text(Tag.FILTER_TYPE, Vr.SH, "BODY FILTER"),
                text(Tag.GENERATOR_POWER, Vr.IS, "48000"),
                text(Tag.FOCAL_SPOTS, Vr.DS, "1.200000"),
                text(Tag.CONVOLUTION_KERNEL, Vr.SH, "STANDARD"),
                text(Tag.PATIENT_POSITION, Vr.CS, "FFS"),
                text(Tag.STUDY_INSTANCE_UID, Vr.UI, ROOT + "298806137288633453246975630178"),
                text(Tag.SERIES_INSTANCE_UID, Vr.UI, ROOT + "179049373636438705059720603192"),
                text(Tag.STUDY_ID, Vr.SH, ""),
                text(Tag.SERIES_NUMBER, Vr.IS, "3000566"),
                text(Tag.INSTANCE_NUMBER, Vr.IS, "41"),
                text(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "-166.000000\\-171.699997\\-110.000000"),
                text(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        Vr.DS,
                        "1.000000\\0.000000\\0.000000\\0.000000\\1.000000\\0.000000"),
                text(Tag.FRAME_OF_REFERENCE_UID, Vr.UI, ROOT + "229925374658226729607867499499"),
                text(Tag.POSITION_REFERENCE_INDICATOR, Vr.LO, "SN"),
                text(Tag.SLICE_LOCATION, Vr.DS, "-110.000000"),
                us(Tag.SAMPLES_PER_PIXEL, 1),
                text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2"),
                us(Tag.ROWS, 512),
                us(Tag.COLUMNS, 512),
                text(Tag.PIXEL_SPACING, Vr.DS, "0.703125\\0.703125"),
                us(Tag.BITS_ALLOCATED, 16),
                us(Tag.BITS_STORED, 16),
                us(Tag.HIGH_BIT, 15),
                us(Tag.PIXEL_REPRESENTATION, 1),
                Written.bytes(Tag.PIXEL_PADDING_VALUE, Vr.SS, DicomWriter.little(-2000, 2)),
                text(0x00280303, Vr.CS, "MODIFIED"),
                text(Tag.WINDOW_CENTER, Vr.DS, "-600"),
                text(Tag.WINDOW_WIDTH, Vr.DS, "1600"),
                text(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024"),
                text(Tag.RESCALE_SLOPE, Vr.DS, "1"),
                text(0x00380020, Vr.DA, "20000101"),
                text(0x00400002, Vr.DA, "20000101"),
                text(0x00400004, Vr.DA, "20000101"),
                text(0x00400244, Vr.DA, "20000101"),
                text(0x00402016, Vr.LO, ""),
                text(0x00402017, Vr.LO, ""),
                text(0x0040A075, Vr.PN, "Removed by CTP"),
                text(0x0040A123, Vr.PN, "Removed by CTP"),
                text(0x0040A124, Vr.UI, ROOT + "335419887712224178413067932923"),
                text(0x00700084, Vr.PN, ""),
                text(0x00880140, Vr.UI, ROOT + "211790042620307056609660772296"));
    }

    /** A file of this header that ends with the tag, VR and length of pixel data, and so much of it. */
    static byte[] file(Encoding encoding, int pixelBytes) {
        DicomWriter writer = new DicomWriter(encoding, false);
        return DicomWriter.join(
                writer.file(elements()), writer.header(Tag.PIXEL_DATA, Vr.OW, pixelBytes), new byte[pixelBytes]);
    }
}

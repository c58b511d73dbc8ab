package io.lidc.metadata;

import static io.lidc.metadata.Column.Kind.DATE;
import static io.lidc.metadata.Column.Kind.DECIMAL;
import static io.lidc.metadata.Column.Kind.INTEGER;
import static io.lidc.metadata.Column.Kind.TEXT;
import static io.lidc.metadata.Column.Kind.TIME;

import io.lidc.dicom.Tag;
import java.util.List;

/**
 * The attributes with columns of their own, by table, in the order of the columns (PS3.3 sections C.7 and C.8.2).
 * Values that may vary within a series stand with the instance.
 */
public final class Columns {

    /** Beside the key: Patient ID and its issuer. */
    public static final List<Column> PATIENT = List.of(
            text("patient_name", Tag.PATIENT_NAME, "Name of the patient"),
            new Column("patient_birth_date", Tag.PATIENT_BIRTH_DATE, 0, DATE, "", "Date of birth"),
            text("patient_sex", Tag.PATIENT_SEX, "M, F or O (other)"),
            text(
                    "patient_identity_removed",
                    Tag.PATIENT_IDENTITY_REMOVED,
                    "YES where the object says that it was de-identified"));

    /** Beside the key, the Study Instance UID, and the patient. */
    public static final List<Column> STUDY = List.of(
            text("study_id", Tag.STUDY_ID, "Identifier of the study as a person or device gave it"),
            new Column("study_date", Tag.STUDY_DATE, 0, DATE, "", "Date on which the study started"),
            new Column("study_time", Tag.STUDY_TIME, 0, TIME, "", "Time at which the study started"),
            text("accession_number", Tag.ACCESSION_NUMBER, "Number of the order by which the study was requested"),
            text("study_description", Tag.STUDY_DESCRIPTION, "Description of the study by the institution"),
            text(
                    "patient_age",
                    Tag.PATIENT_AGE,
                    "Age at the study: three digits and D, W, M or Y for days, weeks, months or years"),
            decimal("patient_size", Tag.PATIENT_SIZE, "m", "Height of the patient"),
            decimal("patient_weight", Tag.PATIENT_WEIGHT, "kg", "Weight of the patient"));

    /** Beside the key, the Series Instance UID, and the study. */
    public static final List<Column> SERIES = List.of(
            text("modality", Tag.MODALITY, "Type of device or of data: CT, MR, SEG, SR …"),
            integer("series_number", Tag.SERIES_NUMBER, "", "Number of the series within its study"),
            text("series_description", Tag.SERIES_DESCRIPTION, "Description of the series"),
            new Column("series_date", Tag.SERIES_DATE, 0, DATE, "", "Date on which the series started"),
            new Column("series_time", Tag.SERIES_TIME, 0, TIME, "", "Time at which the series started"),
            text("body_part_examined", Tag.BODY_PART_EXAMINED, "Part of the body"),
            text("laterality", Tag.LATERALITY, "Side of a paired part of the body: L or R"),
            text("protocol_name", Tag.PROTOCOL_NAME, "Name of the protocol by which the series was acquired"),
            text(
                    "patient_position",
                    Tag.PATIENT_POSITION,
                    "Position of the patient in the device: HFS is head first, supine"),
            text("manufacturer", Tag.MANUFACTURER, "Manufacturer of the device"),
            text("manufacturer_model_name", Tag.MANUFACTURER_MODEL_NAME, "Model of the device"),
            text(
                    "software_versions",
                    Tag.SOFTWARE_VERSIONS,
                    "Versions of the software of the device, separated by backslashes"),
            text(
                    "frame_of_reference_uid",
                    Tag.FRAME_OF_REFERENCE_UID,
                    "Coordinate system; positions compare within one"));

    /** Beside the key, the SOP Instance UID, the series, the location and the encoding. */
    public static final List<Column> INSTANCE = List.of(
            text("sop_class_uid", Tag.SOP_CLASS_UID, "Kind of object, such as CT Image Storage"),
            integer("instance_number", Tag.INSTANCE_NUMBER, "", "Number of the instance within its series"),
            integer("acquisition_number", Tag.ACQUISITION_NUMBER, "", "Number of the acquisition within its series"),
            text(
                    "image_type",
                    Tag.IMAGE_TYPE,
                    "ORIGINAL or DERIVED, PRIMARY or SECONDARY, and further values, separated by backslashes"),
            new Column("acquisition_date", Tag.ACQUISITION_DATE, 0, DATE, "", "Date on which the acquisition started"),
            new Column("acquisition_time", Tag.ACQUISITION_TIME, 0, TIME, "", "Time at which the acquisition started"),
            new Column("content_date", Tag.CONTENT_DATE, 0, DATE, "", "Date on which the image was created"),
            new Column("content_time", Tag.CONTENT_TIME, 0, TIME, "", "Time at which the image was created"),
            decimal("slice_thickness", Tag.SLICE_THICKNESS, "mm", "Nominal thickness of the slice"),
            decimal(
                    "spacing_between_slices",
                    Tag.SPACING_BETWEEN_SLICES,
                    "mm",
                    "Distance between neighbouring slices as the object declares it"),
            new Column(
                    "pixel_spacing_row",
                    Tag.PIXEL_SPACING,
                    0,
                    DECIMAL,
                    "mm",
                    "Distance between the centres of neighbouring rows (first value)"),
            new Column(
                    "pixel_spacing_column",
                    Tag.PIXEL_SPACING,
                    1,
                    DECIMAL,
                    "mm",
                    "Distance between the centres of neighbouring columns (second value)"),
            decimal("kvp", Tag.KVP, "kV", "Peak voltage of the X-ray tube"),
            text(
                    "convolution_kernel",
                    Tag.CONVOLUTION_KERNEL,
                    "Reconstruction kernel, in the words of the manufacturer"),
            decimal("x_ray_tube_current", Tag.XRAY_TUBE_CURRENT, "mA", "Current of the X-ray tube"),
            decimal("exposure", Tag.EXPOSURE, "mAs", "Exposure"),
            decimal("exposure_time", Tag.EXPOSURE_TIME, "ms", "Duration of the X-ray exposure"),
            decimal("gantry_detector_tilt", Tag.GANTRY_DETECTOR_TILT, "°", "Tilt of the gantry"),
            decimal(
                    "spiral_pitch_factor",
                    Tag.SPIRAL_PITCH_FACTOR,
                    "1",
                    "Table feed of a rotation divided by the nominal width of the beam"),
            decimal(
                    "reconstruction_diameter",
                    Tag.RECONSTRUCTION_DIAMETER,
                    "mm",
                    "Diameter of the reconstructed region"),
            new Column(
                    "image_position_x",
                    Tag.IMAGE_POSITION_PATIENT,
                    0,
                    DECIMAL,
                    "mm",
                    "Position of the centre of the first pixel: towards the left of the patient"),
            new Column(
                    "image_position_y",
                    Tag.IMAGE_POSITION_PATIENT,
                    1,
                    DECIMAL,
                    "mm",
                    "Position of the centre of the first pixel: towards the back of the patient"),
            new Column(
                    "image_position_z",
                    Tag.IMAGE_POSITION_PATIENT,
                    2,
                    DECIMAL,
                    "mm",
                    "Position of the centre of the first pixel: towards the head of the patient"),
            new Column(
                    "image_orientation_row_x",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    0,
                    DECIMAL,
                    "1",
                    "Direction of a row: direction cosine to the x axis"),
            new Column(
                    "image_orientation_row_y",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    1,
                    DECIMAL,
                    "1",
                    "Direction of a row: direction cosine to the y axis"),
            new Column(
                    "image_orientation_row_z",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    2,
                    DECIMAL,
                    "1",
                    "Direction of a row: direction cosine to the z axis"),
            new Column(
                    "image_orientation_column_x",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    3,
                    DECIMAL,
                    "1",
                    "Direction of a column: direction cosine to the x axis"),
            new Column(
                    "image_orientation_column_y",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    4,
                    DECIMAL,
                    "1",
                    "Direction of a column: direction cosine to the y axis"),
            new Column(
                    "image_orientation_column_z",
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    5,
                    DECIMAL,
                    "1",
                    "Direction of a column: direction cosine to the z axis"),
            decimal(
                    "slice_location",
                    Tag.SLICE_LOCATION,
                    "mm",
                    "Position of the slice as the device tells it; image_position is more reliable"),
            integer("number_of_frames", Tag.NUMBER_OF_FRAMES, "", "Number of frames of a multi-frame image"),
            integer("rows", Tag.ROWS, "pixels", "Height of the image"),
            integer("columns", Tag.COLUMNS, "pixels", "Width of the image"),
            integer("samples_per_pixel", Tag.SAMPLES_PER_PIXEL, "", "Values of a pixel: 1 for grey, 3 for colour"),
            text(
                    "photometric_interpretation",
                    Tag.PHOTOMETRIC_INTERPRETATION,
                    "What pixel values mean: MONOCHROME2 (low is black), RGB …"),
            integer("bits_allocated", Tag.BITS_ALLOCATED, "bit", "Bits that a value occupies"),
            integer("bits_stored", Tag.BITS_STORED, "bit", "Bits that a value uses"),
            integer("high_bit", Tag.HIGH_BIT, "", "Position of the most significant bit"),
            integer(
                    "pixel_representation",
                    Tag.PIXEL_REPRESENTATION,
                    "",
                    "0 for unsigned values, 1 for two's complement"),
            decimal(
                    "rescale_intercept",
                    Tag.RESCALE_INTERCEPT,
                    "HU",
                    "Added to a pixel value times rescale_slope; HU in CT"),
            decimal("rescale_slope", Tag.RESCALE_SLOPE, "HU", "Factor of a pixel value; HU a step in CT"),
            decimal("window_center", Tag.WINDOW_CENTER, "HU", "Middle of the range to display (first value); HU in CT"),
            decimal("window_width", Tag.WINDOW_WIDTH, "HU", "Width of the range to display (first value); HU in CT"),
            text(
                    "lossy_image_compression",
                    Tag.LOSSY_IMAGE_COMPRESSION,
                    "01 where the image was ever compressed with a loss"));

    private Columns() {}

    /** Where a column of this name stands in the list. */
    static int indexOf(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private static Column text(String name, int tag, String meaning) {
        return new Column(name, tag, 0, TEXT, "", meaning);
    }

    private static Column decimal(String name, int tag, String unit, String meaning) {
        return new Column(name, tag, 0, DECIMAL, unit, meaning);
    }

    private static Column integer(String name, int tag, String unit, String meaning) {
        return new Column(name, tag, 0, INTEGER, unit, meaning);
    }
}

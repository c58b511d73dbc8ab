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
            text("patient_name", Tag.PATIENT_NAME),
            new Column("patient_birth_date", Tag.PATIENT_BIRTH_DATE, 0, DATE),
            text("patient_sex", Tag.PATIENT_SEX),
            text("patient_identity_removed", Tag.PATIENT_IDENTITY_REMOVED));

    /** Beside the key, the Study Instance UID, and the patient. */
    public static final List<Column> STUDY = List.of(
            text("study_id", Tag.STUDY_ID),
            new Column("study_date", Tag.STUDY_DATE, 0, DATE),
            new Column("study_time", Tag.STUDY_TIME, 0, TIME),
            text("accession_number", Tag.ACCESSION_NUMBER),
            text("study_description", Tag.STUDY_DESCRIPTION),
            text("patient_age", Tag.PATIENT_AGE),
            decimal("patient_size", Tag.PATIENT_SIZE),
            decimal("patient_weight", Tag.PATIENT_WEIGHT));

    /** Beside the key, the Series Instance UID, and the study. */
    public static final List<Column> SERIES = List.of(
            text("modality", Tag.MODALITY),
            integer("series_number", Tag.SERIES_NUMBER),
            text("series_description", Tag.SERIES_DESCRIPTION),
            new Column("series_date", Tag.SERIES_DATE, 0, DATE),
            new Column("series_time", Tag.SERIES_TIME, 0, TIME),
            text("body_part_examined", Tag.BODY_PART_EXAMINED),
            text("laterality", Tag.LATERALITY),
            text("protocol_name", Tag.PROTOCOL_NAME),
            text("patient_position", Tag.PATIENT_POSITION),
            text("manufacturer", Tag.MANUFACTURER),
            text("manufacturer_model_name", Tag.MANUFACTURER_MODEL_NAME),
            text("software_versions", Tag.SOFTWARE_VERSIONS),
            text("frame_of_reference_uid", Tag.FRAME_OF_REFERENCE_UID));

    /** Beside the key, the SOP Instance UID, the series, the location and the encoding. */
    public static final List<Column> INSTANCE = List.of(
            text("sop_class_uid", Tag.SOP_CLASS_UID),
            integer("instance_number", Tag.INSTANCE_NUMBER),
            integer("acquisition_number", Tag.ACQUISITION_NUMBER),
            text("image_type", Tag.IMAGE_TYPE),
            new Column("acquisition_date", Tag.ACQUISITION_DATE, 0, DATE),
            new Column("acquisition_time", Tag.ACQUISITION_TIME, 0, TIME),
            new Column("content_date", Tag.CONTENT_DATE, 0, DATE),
            new Column("content_time", Tag.CONTENT_TIME, 0, TIME),
            decimal("slice_thickness", Tag.SLICE_THICKNESS),
            decimal("spacing_between_slices", Tag.SPACING_BETWEEN_SLICES),
            new Column("pixel_spacing_row", Tag.PIXEL_SPACING, 0, DECIMAL),
            new Column("pixel_spacing_column", Tag.PIXEL_SPACING, 1, DECIMAL),
            decimal("kvp", Tag.KVP),
            text("convolution_kernel", Tag.CONVOLUTION_KERNEL),
            decimal("x_ray_tube_current", Tag.XRAY_TUBE_CURRENT),
            decimal("exposure", Tag.EXPOSURE),
            decimal("exposure_time", Tag.EXPOSURE_TIME),
            decimal("gantry_detector_tilt", Tag.GANTRY_DETECTOR_TILT),
            decimal("spiral_pitch_factor", Tag.SPIRAL_PITCH_FACTOR),
            decimal("reconstruction_diameter", Tag.RECONSTRUCTION_DIAMETER),
            new Column("image_position_x", Tag.IMAGE_POSITION_PATIENT, 0, DECIMAL),
            new Column("image_position_y", Tag.IMAGE_POSITION_PATIENT, 1, DECIMAL),
            new Column("image_position_z", Tag.IMAGE_POSITION_PATIENT, 2, DECIMAL),
            new Column("image_orientation_row_x", Tag.IMAGE_ORIENTATION_PATIENT, 0, DECIMAL),
            new Column("image_orientation_row_y", Tag.IMAGE_ORIENTATION_PATIENT, 1, DECIMAL),
            new Column("image_orientation_row_z", Tag.IMAGE_ORIENTATION_PATIENT, 2, DECIMAL),
            new Column("image_orientation_column_x", Tag.IMAGE_ORIENTATION_PATIENT, 3, DECIMAL),
            new Column("image_orientation_column_y", Tag.IMAGE_ORIENTATION_PATIENT, 4, DECIMAL),
            new Column("image_orientation_column_z", Tag.IMAGE_ORIENTATION_PATIENT, 5, DECIMAL),
            decimal("slice_location", Tag.SLICE_LOCATION),
            integer("number_of_frames", Tag.NUMBER_OF_FRAMES),
            integer("rows", Tag.ROWS),
            integer("columns", Tag.COLUMNS),
            integer("samples_per_pixel", Tag.SAMPLES_PER_PIXEL),
            text("photometric_interpretation", Tag.PHOTOMETRIC_INTERPRETATION),
            integer("bits_allocated", Tag.BITS_ALLOCATED),
            integer("bits_stored", Tag.BITS_STORED),
            integer("high_bit", Tag.HIGH_BIT),
            integer("pixel_representation", Tag.PIXEL_REPRESENTATION),
            decimal("rescale_intercept", Tag.RESCALE_INTERCEPT),
            decimal("rescale_slope", Tag.RESCALE_SLOPE),
            decimal("window_center", Tag.WINDOW_CENTER),
            decimal("window_width", Tag.WINDOW_WIDTH),
            text("lossy_image_compression", Tag.LOSSY_IMAGE_COMPRESSION));

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

    private static Column text(String name, int tag) {
        return new Column(name, tag, 0, TEXT);
    }

    private static Column decimal(String name, int tag) {
        return new Column(name, tag, 0, DECIMAL);
    }

    private static Column integer(String name, int tag) {
        return new Column(name, tag, 0, INTEGER);
    }
}

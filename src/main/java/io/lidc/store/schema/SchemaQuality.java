package io.lidc.store.schema;

import io.lidc.dicom.Tag;
import io.lidc.metadata.Columns;
import java.util.List;
import java.util.stream.Stream;

/** What the tables and the view of the quality of series mean. */
final class SchemaQuality {
    /** How often an attribute is there, by the end of the column's name. */
    private static final List<String> COUNTED = List.of(
            "slice_thickness",
            "spacing_between_slices",
            "slice_location",
            "instance_number",
            "kvp",
            "x_ray_tube_current",
            "exposure",
            "exposure_time",
            "convolution_kernel",
            "reconstruction_diameter",
            "gantry_detector_tilt",
            "spiral_pitch_factor");

    static final DocumentedTable SERIES_QUALITY = DocumentedTable.of(
                    "series_quality",
                    "One row a CT series that was checked after a run. Lengths are along the normal of the slices and of the"
                            + " largest stack, which is a group of parallel slices with a spacing of its own; counts are of all"
                            + " stacks.")
            .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series")
            .column("verdict", "How sound it is, see Verdicts")
            .column("reasons", "Codes of what makes it suspect or broken, joined by commas, see Findings")
            .column("notes", "Codes of what is worth knowing and no fault, joined by commas, see Findings")
            .column("slices", "instances", "How many it has, localizers among them")
            .column("localizers", "instances", "How many of them are localizers, which are not checked")
            .number("stacks", "How many share the series")
            .column("instance_order", "How Instance Numbers go along the normal: ASCENDING, DESCENDING or MIXED")
            .column("spacing_median", "mm", "Median distance of neighbouring planes")
            .column("spacing_min", "mm", "Shortest distance of neighbouring planes")
            .column("spacing_max", "mm", "Longest distance of neighbouring planes")
            .range(Schema.column(Columns.INSTANCE, "slice_thickness"))
            .number("gaps", "Distances of more than one and a half times the median")
            .column("missing_slices", "instances", "How many the gaps have room for")
            .column("repeated_planes", "instances", "How many lie in the place of another one")
            .column("repeated_planes_equal", "instances", "How many of these have the pixels of the other one")
            .column("repeated_planes_different", "instances", "How many of these have other pixels")
            .number("crowded_planes", "Distances of less than half the median")
            .number("missing_numbers", "Instance Numbers left out between the lowest and the highest")
            .column("tilt", "degree", "Angle between the normal and the direction from slice to slice")
            .column("run_id", "The run after which it was checked")
            .column("checked_at", "When that was, in UTC");

    static final DocumentedTable SERIES_QUALITY_RUN = DocumentedTable.of(
                    "series_quality_run", "One row a run whose series were checked.")
            .column("run_id", "The run")
            .column("stored", "instances", "How many it had stored by then");

    static final DocumentedTable SERIES_OVERVIEW = seriesOverview();

    private SchemaQuality() {}

    private static DocumentedTable seriesOverview() {
        return DocumentedTable.of(
                        "series_overview",
                        "One row a series that has instances, with one value an attribute: the least where its instances differ."
                                + " The columns with_… count the instances that have the attribute. The report reads it.")
                .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series")
                .attribute("study_instance_uid", Tag.STUDY_INSTANCE_UID, "Its study")
                .attribute("patient_id", Tag.PATIENT_ID, "Its patient, with the next column")
                .attribute("issuer_of_patient_id", Tag.ISSUER_OF_PATIENT_ID, "Its patient, with the column before")
                .attributes(List.of(Schema.column(Columns.STUDY, "study_date")))
                .attributes(Stream.of(
                                "modality",
                                "manufacturer",
                                "manufacturer_model_name",
                                "body_part_examined",
                                "patient_position")
                        .map(name -> Schema.column(Columns.SERIES, name))
                        .toList())
                .column("instances", "instances", "How many it has")
                .column("bytes", "byte", "Size of its objects")
                .attribute("convolution_kernel", Tag.CONVOLUTION_KERNEL, "The kernel; several where they differ")
                .attributes(List.of(Schema.column(Columns.INSTANCE, "slice_thickness")))
                .attribute("pixel_spacing", "mm", Tag.PIXEL_SPACING, "Distance of the rows of pixels")
                .attributes(Stream.of("kvp", "x_ray_tube_current", "reconstruction_diameter")
                        .map(name -> Schema.column(Columns.INSTANCE, name))
                        .toList())
                .columns(SERIES_QUALITY, "verdict", "reasons", "notes", "stacks", "spacing_median", "spacing_max")
                .columns(SERIES_QUALITY, "missing_slices", "repeated_planes", "tilt")
                .attribute("with_image_position", "instances", Tag.IMAGE_POSITION_PATIENT, "How many have it")
                .attribute("with_image_orientation", "instances", Tag.IMAGE_ORIENTATION_PATIENT, "How many have it")
                .attribute("with_pixel_spacing", "instances", Tag.PIXEL_SPACING, "How many have it")
                .counted(COUNTED.stream()
                        .map(name -> Schema.column(Columns.INSTANCE, name))
                        .toList())
                .attribute("with_window", "instances", Tag.WINDOW_CENTER, "How many have it")
                .counted(List.of(Schema.column(Columns.INSTANCE, "acquisition_date")));
    }
}

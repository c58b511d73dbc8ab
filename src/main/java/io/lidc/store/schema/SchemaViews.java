package io.lidc.store.schema;

import io.lidc.dicom.Tag;
import io.lidc.metadata.Columns;
import java.util.List;
import java.util.stream.Stream;

/** What the views of the database mean. */
final class SchemaViews {
    static final List<DocumentedTable> ALL =
            List.of(seriesSummary(), patientOverview(), sliceGeometry(), SchemaQuality.SERIES_OVERVIEW, scaleOut());

    private SchemaViews() {}

    private static DocumentedTable seriesSummary() {
        DocumentedTable view = DocumentedTable.of(
                        "series_summary", "One row a series that has instances, with what varies within it.")
                .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series")
                .attribute("study_instance_uid", Tag.STUDY_INSTANCE_UID, "Its study")
                .attribute("patient_id", Tag.PATIENT_ID, "Its patient")
                .attributes(Stream.of(
                                "modality",
                                "manufacturer",
                                "manufacturer_model_name",
                                "body_part_examined",
                                "series_description")
                        .map(name -> Schema.column(Columns.SERIES, name))
                        .toList())
                .column("instances", "instances", "How many it has");
        for (String varying : List.of(
                "convolution_kernel",
                "slice_thickness",
                "pixel_spacing_row",
                "kvp",
                "x_ray_tube_current",
                "exposure",
                "image_position_z",
                "rows",
                "columns")) {
            view = view.range(Schema.column(Columns.INSTANCE, varying));
        }
        return view.column("bytes", "byte", "Size of its objects");
    }

    private static DocumentedTable scaleOut() {
        return DocumentedTable.of(
                        "scale_out",
                        "One row: whether the totals of all discoverers and workers balance, see scale-out.md.")
                .column("published", "objects", "What discoverers have handed over, as far as it is on record")
                .column("delivered", "records", "Records of the topics whose outcomes are in the database, each once")
                .column("taken", "objects", "What the runs of workers came to")
                .column("redelivered", "objects", "What was taken again, after a kill or a rebalance")
                .column("missing", "records", "Offsets without a record that was delivered");
    }

    private static DocumentedTable patientOverview() {
        return DocumentedTable.of("patient_overview", "One row a patient, with what is held of them.")
                .attribute("patient_id", Tag.PATIENT_ID, "Identifier of the patient; empty where there is none")
                .attribute("issuer_of_patient_id", Tag.ISSUER_OF_PATIENT_ID, "Who gave it; empty where nobody is named")
                .attributes(Stream.of("patient_name", "patient_birth_date", "patient_sex")
                        .map(name -> Schema.column(Columns.PATIENT, name))
                        .toList())
                .column("studies", "studies", "How many there are")
                .column("series", "series", "How many there are")
                .column("ct_series", "series", "How many of them are CT")
                .column("instances", "instances", "How many there are")
                .column("bytes", "byte", "Size of the objects")
                .attribute("first_study_date", Tag.STUDY_DATE, "Date of the first study")
                .attribute("last_study_date", Tag.STUDY_DATE, "Date of the last study");
    }

    private static DocumentedTable sliceGeometry() {
        return DocumentedTable.of(
                        "slice_geometry",
                        "One row a series whose instances have a position and an orientation: how they lie along their normal"
                                + " (PS3.3 section C.7.6.2.1.1). A step is the distance between neighbouring positions.")
                .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series")
                .column("slices", "instances", "How many have a position and an orientation")
                .number("orientations", "Different normals; spacings of a series with several mean nothing")
                .column("duplicate_positions", "instances", "How many share the position of another")
                .number("gaps", "Steps longer than one and a half times the median step")
                .column("spacing_min", "mm", "Shortest step")
                .column("spacing_median", "mm", "Median step")
                .column("spacing_max", "mm", "Longest step")
                .column("extent", "mm", "Distance between the first position and the last");
    }
}

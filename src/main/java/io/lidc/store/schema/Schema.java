package io.lidc.store.schema;

import io.lidc.dicom.Tag;
import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import java.util.List;
import java.util.stream.Stream;

/** What the tables and views of the database mean, with every column. */
public final class Schema {
    private static final String LEAST_UID =
            " Each value is that of the instance with the least SOP Instance UID that has one.";
    private static final String DESCRIBED_BY = "The least SOP Instance UID of the instances that describe the row";
    private static final String VALUE_SOURCES =
            "JSON object: for each column whose value is not of described_by, the SOP Instance UID that it is of";
    private static final String VERSION = "Changes whenever the object does: time of modification in ns, ETag, CRC";
    private static final String URI = "Location of the object: file:, s3:, archive: and others";
    private static final String SOURCE_KEY = "Digest of source_uri, 64 bits, for the index";
    private static final String DIGEST =
            "First 16 bytes of the SHA-256 of the data set up to its pixel data, in hexadecimal digits";

    private static final DocumentedTable PATIENT = DocumentedTable.of(
                    "patient", "One row a patient, known by Patient ID and its issuer." + LEAST_UID)
            .attribute("patient_id", Tag.PATIENT_ID, "Identifier of the patient; empty where there is none")
            .attribute("issuer_of_patient_id", Tag.ISSUER_OF_PATIENT_ID, "Who gave it; empty where nobody is named")
            .attributes(Columns.PATIENT)
            .column("described_by", DESCRIBED_BY)
            .column("value_sources", VALUE_SOURCES);

    private static final DocumentedTable STUDY = DocumentedTable.of("study", "One row a study." + LEAST_UID)
            .attribute("study_instance_uid", Tag.STUDY_INSTANCE_UID, "The study")
            .attribute("patient_id", Tag.PATIENT_ID, "The patient, with the next column")
            .attribute("issuer_of_patient_id", Tag.ISSUER_OF_PATIENT_ID, "The patient, with the column before")
            .attributes(Columns.STUDY)
            .column("described_by", DESCRIBED_BY)
            .column("value_sources", VALUE_SOURCES);

    private static final DocumentedTable SERIES = DocumentedTable.of("series", "One row a series." + LEAST_UID)
            .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series")
            .attribute("study_instance_uid", Tag.STUDY_INSTANCE_UID, "Its study")
            .attributes(Columns.SERIES)
            .column("described_by", DESCRIBED_BY)
            .column("value_sources", VALUE_SOURCES);

    private static final DocumentedTable INSTANCE = DocumentedTable.of("instance", "One row a SOP Instance UID.")
            .attribute("sop_instance_uid", Tag.SOP_INSTANCE_UID, "The instance")
            .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "Its series; null where the object names none")
            .number("source_key", SOURCE_KEY)
            .column("source_uri", URI)
            .column("size", "byte", "Size of the object; -1 where its source cannot tell")
            .column("version", VERSION)
            .column("header_digest", DIGEST)
            .attribute("transfer_syntax_uid", Tag.TRANSFER_SYNTAX_UID, "How the object is encoded")
            .column("warnings", "Codes of what is irregular about the header, joined by commas; null for a sound one")
            .column(
                    "extra",
                    "Further attributes, as config/attributes.yaml names them, in the DICOM JSON Model (PS3.18 annex F)")
            .attributes(Columns.INSTANCE)
            .column("run_id", "The run that last wrote the row")
            .column("stored_at", "When that was, in UTC");

    private static final DocumentedTable SET_ASIDE = DocumentedTable.of(
                    "set_aside",
                    "One row a location that gave no row of its own in instance: its present state. Past states of objects"
                            + " that changed in place stand beside, with the outcome SUPERSEDED, which counts nowhere.")
            .number("source_key", SOURCE_KEY)
            .column("source_uri", URI)
            .column("size", "byte", "Size of the object; -1 where its source cannot tell")
            .column("version", VERSION)
            .column("outcome", "What became of the object, see Outcomes; or SUPERSEDED")
            .column("error_code", "Why it FAILED, see Error codes")
            .column("error_offset", "byte", "Where in the object reading ended; null where it is about no place in it")
            .column("message", "The reason in words, without any value of the object; of SKIPPED the text of the rule")
            .attribute("sop_instance_uid", Tag.SOP_INSTANCE_UID, "The instance of a DUPLICATE or CONFLICT")
            .attribute("series_instance_uid", Tag.SERIES_INSTANCE_UID, "The series that this object names")
            .column("header_digest", DIGEST)
            .column("run_id", "The run that last wrote the row")
            .column("stored_at", "When that was, in UTC")
            .number("attempts", "Times that a FAILED object was read in this state");

    private static final DocumentedTable RUN = DocumentedTable.of(
                    "run",
                    "One row a run. The column discovered is the sum of the outcomes, unless the run is under way or"
                            + " UNBALANCED.")
            .column("run_id", "The run: names sort by the time of their start")
            .column("sources", "What it read, as URIs")
            .column("started_at", "When it started, in UTC")
            .column("finished_at", "When it ended, in UTC; null while it is under way")
            .column("state", "How it stands, see States of a run")
            .column("discovered", "objects", "What its sources listed")
            .column("stored", "objects", "Outcome STORED")
            .column("unchanged", "objects", "Outcome UNCHANGED")
            .column("duplicate", "objects", "Outcome DUPLICATE")
            .column("conflict", "objects", "Outcome CONFLICT")
            .column("not_dicom", "objects", "Outcome NOT_DICOM")
            .column("not_instance", "objects", "Outcome NOT_INSTANCE")
            .column("skipped", "objects", "Outcome SKIPPED")
            .column("published", "objects", "Outcome PUBLISHED")
            .column("failed", "objects", "Outcome FAILED")
            .column("bytes_read", "byte", "Read from the objects")
            .column("owner", "The process that works on it")
            .column("heartbeat_at", "When that process last gave a sign of life, in UTC");

    private static final DocumentedTable RUN_MISSING = DocumentedTable.of(
                    "run_missing", "What the instances that a run stored lack.")
            .column("run_id", "The run")
            .column("keyword", "Keyword (PS3.6) of the attribute that is missing")
            .column("instances", "instances", "How many lack it");

    private static final DocumentedTable RUN_WARNING = DocumentedTable.of(
                    "run_warning", "What was irregular about the headers that a run stored.")
            .column("run_id", "The run")
            .column("code", "See Warning codes")
            .column("instances", "instances", "How many have it");

    private static final DocumentedTable DATABASE_SETTING = DocumentedTable.of(
                    "database_setting", "What holds for all rows of the database.")
            .column("name", "Name of the setting")
            .column("value", "Its value");

    private static final DocumentedTable TOPIC_PARTITION = DocumentedTable.of(
                    "topic_partition", "One row a partition of a topic: how far its outcomes are in the database.")
            .column("topic", "Name of the topic")
            .number("partition_number", "Number of the partition, from 0")
            .number("first_offset", "Offset of the first record that was delivered")
            .number("next_offset", "Offset after the last record whose outcome is in the database")
            .column("records", "records", "Records whose outcomes are in the database, each counted once");

    /** The tables, then the views. */
    public static final List<DocumentedTable> ALL = Stream.of(
                    List.of(
                            PATIENT,
                            STUDY,
                            SERIES,
                            INSTANCE,
                            SET_ASIDE,
                            RUN,
                            RUN_MISSING,
                            RUN_WARNING,
                            DATABASE_SETTING,
                            TOPIC_PARTITION,
                            SchemaQuality.SERIES_QUALITY,
                            SchemaQuality.SERIES_QUALITY_RUN),
                    AlertSchema.ALL,
                    SchemaViews.ALL)
            .flatMap(List::stream)
            .toList();

    private Schema() {}

    /** The column of this name among some. */
    static Column column(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

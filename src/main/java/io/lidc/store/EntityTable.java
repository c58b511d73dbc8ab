package io.lidc.store;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.model.Metadata;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table of patients, studies or series. The instance with the least SOP Instance UID describes the row, whatever order
 * instances arrive in; so several writers end with the same rows as one.
 */
final class EntityTable {
    static final EntityTable PATIENT = new EntityTable(
            "patient", List.of("patient_id", "issuer_of_patient_id"), List.of(), Columns.PATIENT, row -> {
                var patient = row.patient();
                return Row.of(List.of(patient.patientId(), patient.issuerOfPatientId()), List.of(), patient.values());
            });
    static final EntityTable STUDY = new EntityTable(
            "study",
            List.of("study_instance_uid"),
            List.of("patient_id", "issuer_of_patient_id"),
            Columns.STUDY,
            row -> {
                var study = row.study();
                return study == null
                        ? null
                        : Row.of(
                                List.of(study.studyInstanceUid()),
                                List.of(row.patient().patientId(), row.patient().issuerOfPatientId()),
                                study.values());
            });
    static final EntityTable SERIES = new EntityTable(
            "series", List.of("series_instance_uid"), List.of("study_instance_uid"), Columns.SERIES, row -> {
                var series = row.series();
                var parent = new ArrayList<Object>();
                parent.add(row.study() == null ? null : row.study().studyInstanceUid());
                return series == null ? null : Row.of(List.of(series.seriesInstanceUid()), parent, series.values());
            });

    private record Row(List<String> key, List<Object> values) {
        static Row of(List<String> key, List<?> parent, List<Object> attributes) {
            List<Object> values = new ArrayList<>(key);
            values.addAll(parent);
            values.addAll(attributes);
            return new Row(key, values);
        }
    }

    private final Function<Metadata, Row> rowOf;
    private final String upsert;

    private EntityTable(
            String table,
            List<String> key,
            List<String> parent,
            List<Column> attributes,
            Function<Metadata, Row> rowOf) {
        this.rowOf = rowOf;
        List<String> described = new ArrayList<>(parent);
        attributes.forEach(column -> described.add(column.name()));
        described.add("described_by");
        List<String> all = new ArrayList<>(key);
        all.addAll(described);
        upsert = Sql.insert(table, all) + " on conflict (" + String.join(", ", key) + ") do update set "
                + Sql.takeExcluded(described) + " where excluded.described_by <= " + table + ".described_by";
    }

    /** Writes the rows that these instances describe, in the order of their keys: concurrent writers never deadlock. */
    void write(Connection connection, Collection<Metadata> instances) throws SQLException {
        TreeMap<String, Metadata> describing = new TreeMap<>();
        for (Metadata instance : instances) {
            Row row = rowOf.apply(instance);
            if (row != null) {
                describing.merge(String.join("\0", row.key), instance, EntityTable::least);
            }
        }
        if (describing.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (Metadata instance : describing.values()) {
                int next = Sql.bind(statement, 1, rowOf.apply(instance).values);
                statement.setString(next, instance.instance().sopInstanceUid());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Metadata least(Metadata one, Metadata other) {
        String uid = one.instance().sopInstanceUid();
        return uid.compareTo(other.instance().sopInstanceUid()) <= 0 ? one : other;
    }
}

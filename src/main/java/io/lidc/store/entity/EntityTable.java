package io.lidc.store.entity;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.metadata.Description;
import io.lidc.model.Metadata;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of patients, studies or series, each described by its instances, see {@link Description}: whatever the order in which
 * they arrive, and whatever the number of writers, it ends with the same rows.
 */
public final class EntityTable {
    /** The patients. */
    public static final EntityTable PATIENT = new EntityTable(
            "patient",
            List.of("patient_id", "issuer_of_patient_id"),
            List.of(),
            List.of(),
            Columns.PATIENT,
            metadata -> {
                var patient = metadata.patient();
                return new EntityGroup.Row(
                        List.of(patient.patientId(), patient.issuerOfPatientId()), null, patient.values());
            });

    /** The studies. */
    public static final EntityTable STUDY = new EntityTable(
            "study",
            List.of("study_instance_uid"),
            List.of("patient_id", "issuer_of_patient_id"),
            List.of("", ""),
            Columns.STUDY,
            metadata -> {
                var study = metadata.study();
                var patient = metadata.patient();
                return study == null
                        ? null
                        : new EntityGroup.Row(
                                List.of(study.studyInstanceUid()),
                                List.of(patient.patientId(), patient.issuerOfPatientId()),
                                study.values());
            });

    /** The series. */
    public static final EntityTable SERIES = new EntityTable(
            "series",
            List.of("series_instance_uid"),
            List.of("study_instance_uid"),
            Arrays.asList((String) null),
            Columns.SERIES,
            metadata -> {
                var series = metadata.series();
                var study = metadata.study();
                return series == null
                        ? null
                        : new EntityGroup.Row(
                                List.of(series.seriesInstanceUid()),
                                Arrays.asList(study == null ? null : study.studyInstanceUid()),
                                series.values());
            });

    private final Function<Metadata, EntityGroup.Row> rowOf;
    private final int keys;
    private final int parents;
    private final List<String> noParent;
    private final List<String> described;
    private final String firstKey;
    private final String order;
    private final String select;
    private final String insert;
    private final String update;

    /** @param noParent what the columns of the parent hold where no instance names one */
    private EntityTable(
            String table,
            List<String> key,
            List<String> parent,
            List<String> noParent,
            List<Column> attributes,
            Function<Metadata, EntityGroup.Row> rowOf) {
        this.rowOf = rowOf;
        this.keys = key.size();
        this.parents = parent.size();
        this.noParent = noParent;
        List<String> names = new ArrayList<>(parents == 0 ? List.of() : List.of(parent.get(0)));
        attributes.forEach(column -> names.add(column.name()));
        this.described = List.copyOf(names);
        List<String> columns = new ArrayList<>(parent);
        attributes.forEach(column -> columns.add(column.name()));
        columns.addAll(List.of("described_by", "value_sources"));
        List<String> all = new ArrayList<>(key);
        all.addAll(columns);
        firstKey = key.get(0);
        order = " order by " + String.join(", ", key);
        select = "select " + String.join(", ", all) + " from " + table + " where ";
        insert = Sql.insert(table, all) + " on conflict (" + String.join(", ", key) + ") do nothing";
        update = "update " + table + " set " + assigned(columns, ", ") + " where " + assigned(key, " and ");
    }

    private static String assigned(List<String> columns, String separator) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(separator));
    }

    /**
     * Adds what these instances say. Rows that stay as they are are read and not locked; the others are locked in the order of
     * their keys, so that concurrent writers never deadlock.
     */
    public void write(Connection connection, Dialect dialect, Collection<Metadata> instances) throws SQLException {
        SortedMap<String, EntityGroup> groups = EntityGroup.of(instances, rowOf, noParent);
        if (groups.isEmpty()) {
            return;
        }
        Map<String, Description> present = find(connection, dialect, groups.values(), "");
        List<EntityGroup> fresh = new ArrayList<>();
        List<EntityGroup> changed = new ArrayList<>();
        groups.forEach((name, group) -> {
            Description before = present.get(name);
            if (before == null) {
                fresh.add(group);
            } else if (!group.addedTo(before).isSameAs(before)) {
                changed.add(group);
            }
        });
        changed.addAll(insert(connection, fresh));
        update(connection, dialect, changed);
    }

    private Map<String, Description> find(
            Connection connection, Dialect dialect, Collection<EntityGroup> groups, String lock) throws SQLException {
        Map<String, Description> found = new HashMap<>();
        String query = select + dialect.isAmong(firstKey) + lock;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            dialect.bindTexts(
                    statement,
                    1,
                    groups.stream().map(group -> group.key().get(0)).toList());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(EntityGroup.name(texts(rows, 1, keys)), description(rows));
                }
            }
        }
        return found;
    }

    private Description description(ResultSet row) throws SQLException {
        int next = keys + 1;
        List<Object> values = new ArrayList<>(described.size());
        if (parents > 0) {
            List<String> parent = texts(row, next, parents);
            values.add(parent.equals(noParent) ? null : parent);
            next += parents;
        }
        while (values.size() < described.size()) {
            values.add(row.getObject(next++));
        }
        return new Description(described, values, row.getString(next), row.getString(next + 1));
    }

    private static List<String> texts(ResultSet row, int first, int count) throws SQLException {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(row.getString(first + i));
        }
        return texts;
    }

    /** Gives those that another writer has inserted meanwhile. */
    private List<EntityGroup> insert(Connection connection, List<EntityGroup> groups) throws SQLException {
        List<EntityGroup> present = new ArrayList<>();
        if (groups.isEmpty()) {
            return present;
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (EntityGroup group : groups) {
                int next = Sql.bind(statement, 1, group.key());
                bind(statement, next, group.addedTo(new Description(described)));
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            for (int i = 0; i < inserted.length; i++) {
                if (inserted[i] == 0) {
                    present.add(groups.get(i));
                }
            }
        }
        return present;
    }

    private void update(Connection connection, Dialect dialect, List<EntityGroup> groups) throws SQLException {
        if (groups.isEmpty()) {
            return;
        }
        Map<String, Description> locked = find(connection, dialect, groups, order + dialect.forUpdate());
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            for (EntityGroup group : groups) {
                int next = bind(statement, 1, group.addedTo(locked.get(group.name())));
                Sql.bind(statement, next, group.key());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private int bind(PreparedStatement statement, int first, Description description) throws SQLException {
        int next = first;
        List<Object> values = description.values();
        if (parents > 0) {
            next = Sql.bind(statement, next, values.get(0) == null ? noParent : (List<?>) values.get(0));
            values = values.subList(1, values.size());
        }
        next = Sql.bind(statement, next, values);
        return Sql.bind(statement, next, Arrays.asList(description.describedBy(), description.others()));
    }
}

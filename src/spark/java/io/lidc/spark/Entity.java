package io.lidc.spark;

import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.metadata.Description;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A table of patients, studies or series, each described by its instances, see {@link Description}.
 *
 * @param noParent what the columns of the parent hold where no instance names one
 */
record Entity(String table, List<String> key, List<String> parent, List<String> noParent, List<String> attributes)
        implements Serializable {
    static final List<Entity> ALL = List.of(
            new Entity(
                    "series",
                    List.of("series_instance_uid"),
                    List.of("study_instance_uid"),
                    Arrays.asList((String) null),
                    names(Columns.SERIES)),
            new Entity(
                    "study",
                    List.of("study_instance_uid"),
                    List.of("patient_id", "issuer_of_patient_id"),
                    List.of("", ""),
                    names(Columns.STUDY)),
            new Entity(
                    "patient",
                    List.of("patient_id", "issuer_of_patient_id"),
                    List.of(),
                    List.of(),
                    names(Columns.PATIENT)));

    private static final long serialVersionUID = 1L;

    private static List<String> names(List<Column> columns) {
        return List.copyOf(columns.stream().map(Column::name).toList());
    }

    /** All columns that the row of an object needs to tell of it. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(key);
        columns.addAll(parent);
        columns.addAll(attributes);
        return columns;
    }

    private List<String> described() {
        List<String> described = new ArrayList<>(parent.isEmpty() ? List.of() : List.of(parent.get(0)));
        described.addAll(attributes);
        return described;
    }

    /** Nothing as yet. */
    Description blank() {
        return new Description(described());
    }

    /** The key in a row that starts with these columns; null where it names none. */
    List<String> keyOf(Row row) {
        return row.isNullAt(0) ? null : texts(row, 0, key.size());
    }

    /** Adds what the row of an object says. */
    void add(Description description, String sopInstanceUid, Row row) {
        List<Object> said = new ArrayList<>(attributes.size());
        int first = key.size() + parent.size();
        for (int i = 0; i < attributes.size(); i++) {
            said.add(row.get(first + i));
        }
        description.add(sopInstanceUid, parentOf(row), said);
    }

    /** What a row of the table holds. */
    Description read(Row row) {
        List<Object> values = new ArrayList<>();
        if (!parent.isEmpty()) {
            values.add(parentOf(row));
        }
        int next = key.size() + parent.size();
        for (int i = 0; i < attributes.size(); i++) {
            values.add(row.get(next++));
        }
        return new Description(described(), values, row.getString(next), row.getString(next + 1));
    }

    /** The row of the table. */
    Row write(List<String> keyValues, Description description) {
        List<Object> row = new ArrayList<>(keyValues);
        List<Object> values = description.values();
        if (!parent.isEmpty()) {
            row.addAll(values.get(0) == null ? noParent : (List<?>) values.get(0));
            values = values.subList(1, values.size());
        }
        row.addAll(values);
        row.add(description.describedBy());
        row.add(description.others());
        return RowFactory.create(row.toArray());
    }

    /** What an instance belongs to is one value, of one instance: a Patient ID says nothing without its issuer. */
    private List<String> parentOf(Row row) {
        List<String> named = texts(row, key.size(), parent.size());
        return parent.isEmpty() || named.equals(noParent) ? null : named;
    }

    private static List<String> texts(Row row, int first, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(row.getString(first + i));
        }
        return texts;
    }
}

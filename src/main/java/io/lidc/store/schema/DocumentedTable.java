package io.lidc.store.schema;

import io.lidc.dicom.DataDictionary;
import io.lidc.metadata.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A table or view in words.
 *
 * @param meaning one sentence or more
 * @param columns all of them, in the order in which they are documented
 */
public record DocumentedTable(String name, String meaning, List<Field> columns) {

    private static final Set<String> COUNTS = Set.of("records", "instances", "series", "studies", "objects", "byte");
    private static final Set<String> MEASURES = Set.of("mm", "degree");
    private static final Set<String> OBJECTS = Set.of("extra", "value_sources");

    /** What a column holds, whatever a database keeps it in. */
    public enum Type {
        /** Text; a date or time of DICOM too, which may be partial. */
        TEXT,
        /** A JSON object. */
        JSON,
        /** A whole number of up to 64 bits. */
        INTEGER,
        /** A double. */
        DECIMAL,
        /** A time of the program itself, in UTC. */
        TIMESTAMP;

        private static Type of(Column column) {
            return switch (column.kind()) {
                case DECIMAL -> DECIMAL;
                case INTEGER -> INTEGER;
                case TEXT, DATE, TIME -> TEXT;
            };
        }

        /** Of a column that is declared in words only. */
        private static Type of(String name, String unit) {
            if (COUNTS.contains(unit)) {
                return INTEGER;
            }
            if (MEASURES.contains(unit)) {
                return DECIMAL;
            }
            if (name.endsWith("_at") || name.endsWith("_until")) {
                return TIMESTAMP;
            }
            return OBJECTS.contains(name) ? JSON : TEXT;
        }
    }

    /**
     * A column in words.
     *
     * @param unit in symbols, such as mm; empty where there is none
     * @param tag of its attribute, as 0xggggeeee; 0 where it is none
     */
    public record Field(String name, String unit, String meaning, int tag, Type type) {

        static Field of(Column column) {
            return new Field(column.name(), column.unit(), column.meaning(), column.tag(), Type.of(column));
        }

        /** Keyword of its attribute (PS3.6); empty where it is none. */
        public String keyword() {
            return tag == 0 ? "" : DataDictionary.keyword(tag);
        }
    }

    /** A description without columns as yet. */
    static DocumentedTable of(String name, String meaning) {
        return new DocumentedTable(name, meaning, List.of());
    }

    DocumentedTable column(String column, String text) {
        return column(column, "", text);
    }

    DocumentedTable column(String column, String unit, String text) {
        return with(List.of(new Field(column, unit, text, 0, Type.of(column, unit))));
    }

    /** A column of whole numbers that have no unit. */
    DocumentedTable number(String column, String text) {
        return with(List.of(new Field(column, "", text, 0, Type.INTEGER)));
    }

    /** A column of measured values whose unit the row tells. */
    DocumentedTable measure(String column, String text) {
        return with(List.of(new Field(column, "", text, 0, Type.DECIMAL)));
    }

    /** A column that holds an attribute, and is none of {@link io.lidc.metadata.Columns}. */
    DocumentedTable attribute(String column, int tag, String text) {
        return attribute(column, "", tag, text);
    }

    DocumentedTable attribute(String column, String unit, int tag, String text) {
        return with(List.of(new Field(column, unit, text, tag, Type.of(column, unit))));
    }

    /** Columns of another table, that mean the same here. */
    DocumentedTable columns(DocumentedTable other, String... names) {
        List<String> wanted = List.of(names);
        return with(other.columns.stream()
                .filter(column -> wanted.contains(column.name()))
                .toList());
    }

    /** How many instances of a series have an attribute each. */
    DocumentedTable counted(List<Column> attributes) {
        return with(attributes.stream()
                .map(column ->
                        new Field("with_" + column.name(), "instances", "How many have it", column.tag(), Type.INTEGER))
                .toList());
    }

    DocumentedTable attributes(List<Column> attributes) {
        return with(attributes.stream().map(Field::of).toList());
    }

    /** The least and the greatest value of a column within a series. */
    DocumentedTable range(Column column) {
        return with(List.of(
                new Field(column.name() + "_min", column.unit(), "Least value", column.tag(), Type.of(column)),
                new Field(column.name() + "_max", column.unit(), "Greatest value", column.tag(), Type.of(column))));
    }

    private DocumentedTable with(List<Field> further) {
        List<Field> all = new ArrayList<>(columns);
        all.addAll(further);
        return new DocumentedTable(name, meaning, List.copyOf(all));
    }
}

package io.lidc.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.store.schema.DocumentedTable.Field;
import java.util.Locale;

/** What is known of a column, for programs. */
final class ColumnDescription {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ColumnDescription() {}

    /** As JSON: {@code type} and {@code meaning}, and where there are, {@code unit}, {@code keyword} and {@code tag}. */
    static String json(Field column) {
        ObjectNode description = JSON.createObjectNode();
        description.put("type", type(column));
        description.put("meaning", column.meaning());
        if (!column.unit().isEmpty()) {
            description.put("unit", column.unit());
        }
        if (column.tag() != 0) {
            description.put("keyword", column.keyword());
            description.put("tag", tag(column));
        }
        try {
            return JSON.writeValueAsString(description);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In lower case. */
    static String type(Field column) {
        return column.type().name().toLowerCase(Locale.ROOT);
    }

    /** Eight hexadecimal digits; empty where the column holds no attribute. */
    static String tag(Field column) {
        return column.tag() == 0 ? "" : String.format(Locale.ROOT, "%08X", column.tag());
    }
}

package io.lidc.cli;

import io.lidc.report.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a database holds, as JSON: the rows of each table under its heading, both in camel case. */
final class StatusDocument {
    private static final String NONE = "-";

    private StatusDocument() {}

    static Map<String, List<Map<String, Object>>> of(Map<String, ResultTable> tables) {
        Map<String, List<Map<String, Object>>> document = new LinkedHashMap<>();
        tables.forEach((heading, table) -> document.put(camelCase(heading), rows(table)));
        return document;
    }

    private static List<Map<String, Object>> rows(ResultTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> cells : table.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(
                        camelCase(table.columns().get(i)),
                        value(cells.get(i), table.numeric().get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(String cell, boolean numeric) {
        if (cell.equals(NONE)) {
            return null;
        }
        return numeric ? new BigDecimal(cell.replace(",", "")) : cell;
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split(" ")) {
            name.append(name.isEmpty() ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return name.toString();
    }
}

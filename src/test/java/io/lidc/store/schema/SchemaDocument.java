package io.lidc.store.schema;

import io.lidc.dicom.ErrorCode;
import io.lidc.dicom.ReadWarning;
import io.lidc.model.Outcome;
import io.lidc.model.ProcessingError;
import io.lidc.model.RunState;
import io.lidc.quality.Finding;
import io.lidc.quality.Verdict;
import io.lidc.source.SourceError;
import io.lidc.store.schema.DocumentedTable.Field;
import java.io.IOException;
import java.util.Map;

/** The schema and all codes in Markdown. */
final class SchemaDocument {
    private final Map<String, Map<String, String>> sqlite;
    private final Map<String, Map<String, String>> postgresql;
    private final StringBuilder text = new StringBuilder("\n");

    /** For databases with these columns, see {@link SchemaColumns}. */
    SchemaDocument(Map<String, Map<String, String>> sqlite, Map<String, Map<String, String>> postgresql) {
        this.sqlite = sqlite;
        this.postgresql = postgresql;
    }

    String text() throws IOException {
        Schema.ALL.forEach(this::table);
        codes("Outcomes", "outcome", DocumentedCodes.of(Outcome.class));
        codes("States of a run", "state", DocumentedCodes.of(RunState.class));
        text.append("## Error codes\n\n");
        codes("# Of the header", "code", DocumentedCodes.of(ErrorCode.class));
        codes("# Of the source", "code", DocumentedCodes.of(SourceError.class));
        codes("# Of the processing", "code", DocumentedCodes.of(ProcessingError.class));
        codes("Warning codes", "code", DocumentedCodes.of(ReadWarning.Code.class));
        codes("Verdicts", "verdict", DocumentedCodes.of(Verdict.class));
        Map<Finding, String> findings = DocumentedCodes.of(Finding.class);
        findings.replaceAll((finding, meaning) -> meaning + " Verdict at best: " + finding.verdict() + ".");
        codes("Findings", "code", findings);
        return text.toString();
    }

    private void table(DocumentedTable table) {
        text.append("## ").append(table.name()).append("\n\n");
        text.append(escaped(table.meaning())).append("\n\n");
        text.append("| column | meaning | unit | attribute | SQLite | PostgreSQL |\n|---|---|---|---|---|---|\n");
        table.columns().forEach(column -> column(table.name(), column));
        text.append("\n");
    }

    private void column(String table, Field column) {
        String attribute = column.tag() == 0
                ? ""
                : String.format("%s (%04X,%04X)", column.keyword(), column.tag() >>> 16, column.tag() & 0xFFFF);
        text.append("| `").append(column.name()).append("` | ");
        text.append(escaped(column.meaning())).append(" | ");
        text.append(column.unit()).append(" | ");
        text.append(attribute).append(" | ");
        text.append(type(sqlite, table, column)).append(" | ");
        text.append(type(postgresql, table, column)).append(" |\n");
    }

    /** Of computed columns of views, SQLite knows no type. */
    private static String type(Map<String, Map<String, String>> types, String table, Field column) {
        String type = types.getOrDefault(table, Map.of()).get(column.name());
        return type == null ? "MISSING" : type;
    }

    private void codes(String heading, String name, Map<?, String> meanings) {
        text.append("##")
                .append(heading.startsWith("#") ? "" : " ")
                .append(heading)
                .append("\n\n");
        text.append("| ").append(name).append(" | meaning |\n|---|---|\n");
        meanings.forEach((code, meaning) -> text.append("| `")
                .append(code)
                .append("` | ")
                .append(escaped(meaning))
                .append(" |\n"));
        text.append("\n");
    }

    private static String escaped(String prose) {
        return prose.replaceAll("[*|<]", "\\\\$0");
    }
}

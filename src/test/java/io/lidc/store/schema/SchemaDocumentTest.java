package io.lidc.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.store.schema.DocumentedTable.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written about tables and codes is what the code and the databases say. */
class SchemaDocumentTest {
    private static final String REWRITE = "mvn -B -q test -Dtest=SchemaDocumentTest -Dschema.write=true";
    private static final Path DOCUMENT = Path.of("docs/schema.md");
    private static final String START = "<!-- schema -->\n";
    private static final String END = "<!-- end of schema -->";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void describesEachColumnOfEachTableAndView(TestDatabase database) throws SQLException {
        Map<String, List<String>> described = Schema.ALL.stream()
                .collect(Collectors.toMap(DocumentedTable::name, table -> table.columns().stream()
                        .map(Field::name)
                        .sorted()
                        .toList()));
        Map<String, List<String>> present = new TreeMap<>();
        columns(database).forEach((table, types) -> present.put(table, List.copyOf(new TreeSet<>(types.keySet()))));

        assertThat(new TreeMap<>(described)).isEqualTo(present);
    }

    @Test
    void holdsWhatTheCodeSays() throws IOException, SQLException {
        String document = Files.readString(DOCUMENT);
        String generated = new SchemaDocument(columns(TestDatabase.SQLITE), columns(TestDatabase.POSTGRESQL)).text();
        String rewritten = document.substring(0, document.indexOf(START) + START.length())
                + generated
                + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(DOCUMENT, rewritten);
        }

        assertThat(Files.readString(DOCUMENT))
                .withFailMessage("%s is not what the code says; rewrite it by %s", DOCUMENT, REWRITE)
                .isEqualTo(rewritten);
    }

    private Map<String, Map<String, String>> columns(TestDatabase database) throws SQLException {
        try (HikariDataSource dataSource = database.open(folder)) {
            return SchemaColumns.of(database, dataSource);
        }
    }
}

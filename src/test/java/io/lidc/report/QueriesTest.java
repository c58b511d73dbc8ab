package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of docs/queries.md, over the sample. */
class QueriesTest {
    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?);?\n```");

    @TempDir
    private static Path folder;

    private static HikariDataSource sqlite;
    private static HikariDataSource postgresql;

    @BeforeAll
    static void ingestTheSample() throws Exception {
        sqlite = TestDatabase.SQLITE.open(folder);
        postgresql = TestDatabase.POSTGRESQL.open(folder);
        Ingested.sample(folder, sqlite);
        Ingested.sample(folder, postgresql);
    }

    static List<String> queries() throws IOException {
        return SQL.matcher(Files.readString(Path.of("docs/queries.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void givesTheSameOnBothDatabases(String query) throws Exception {
        assertThat(Rows.of(postgresql, query)).isEqualTo(Rows.of(sqlite, query));
    }

    @Test
    void areTen() throws IOException {
        assertThat(queries()).hasSize(10);
    }
}

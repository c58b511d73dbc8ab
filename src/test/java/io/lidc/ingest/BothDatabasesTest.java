package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same trees into both databases: the sample, and the corpus of real files where it is there. */
class BothDatabasesTest {
    private static final Path CORPUS = Path.of("../shared/corpus");

    @TempDir
    private static Path folder;

    private static Map<String, List<String>> sqlite;
    private static Map<String, List<String>> postgresql;
    private static String sqliteTotals;
    private static String postgresqlTotals;

    @BeforeAll
    static void ingest() throws Exception {
        List<Path> trees = new ArrayList<>(List.of(Home.sample(folder)));
        if (Files.isDirectory(CORPUS)) {
            trees.add(CORPUS);
        }
        try (HikariDataSource dataSource = TestDatabase.SQLITE.open(folder)) {
            Ingested.trees(folder, dataSource, trees);
            sqlite = Tables.of(dataSource);
            sqliteTotals = totals(dataSource);
        }
        try (HikariDataSource dataSource = TestDatabase.POSTGRESQL.open(folder)) {
            Ingested.trees(folder, dataSource, trees);
            postgresql = Tables.of(dataSource);
            postgresqlTotals = totals(dataSource);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient",
                "study",
                "series",
                "instance",
                "set_aside",
                "series_summary",
                "patient_overview",
                "slice_geometry",
                "series_quality"
            })
    void holdTheSameRows(String table) {
        assertThat(sqlite.get(table)).isNotEmpty();
        assertThat(Tables.difference(sqlite.get(table), postgresql.get(table))).isEmpty();
    }

    @Test
    void countTheSameTotals() {
        assertThat(postgresqlTotals).isEqualTo(sqliteTotals);
    }

    private static String totals(HikariDataSource dataSource) throws Exception {
        return Rows.of(
                        dataSource,
                        "select state, discovered, stored, unchanged, duplicate, conflict, not_dicom, not_instance,"
                                + " skipped, failed, bytes_read from run")
                + ""
                + Rows.of(dataSource, "select keyword, instances from run_missing order by keyword")
                + Rows.of(dataSource, "select code, instances from run_warning order by code");
    }
}

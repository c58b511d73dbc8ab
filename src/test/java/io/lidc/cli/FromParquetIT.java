package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lidc.store.jdbc.TestServer;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lidc ingest --from-parquet}: an export becomes the database again, with no object left to read. */
class FromParquetIT {
    private static final Set<String> OF_A_RUN = Set.of("run_id", "stored_at", "attempts");
    private static final List<String> TABLES = List.of("patient", "study", "series", "instance", "set_aside");

    @TempDir
    private Path folder;

    private Home home;
    private Path tables;

    @BeforeEach
    void exportADatabaseAndDeleteItsObjects() throws IOException {
        home = Home.in(folder);
        Path sample = Home.sample(folder);
        tables = folder.resolve("tables");
        home.run("ingest", sample, "--out", folder.resolve("out"));
        home.run("export", tables, "--db", first());
        delete(sample);
    }

    @Test
    void givesTheSameRowsInSqlite() throws SQLException {
        home.run("ingest", "--from-parquet", tables, "--db", second(), "--out", folder.resolve("out2"));

        assertThat(allRows(second())).isEqualTo(allRows(first()));
    }

    /** Headers without a study, series that are described by several instances. */
    @Test
    void givesTheSameRowsOfOddHeaders() throws SQLException {
        Path corpus = Path.of("../shared/corpus").toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(corpus), "the corpus is absent: " + corpus);
        String odd = "jdbc:sqlite:" + folder.resolve("odd.db");
        Path exported = folder.resolve("odd");
        home.run("ingest", corpus, "--db", odd, "--out", folder.resolve("out3"));
        home.run("export", exported, "--db", odd);
        home.run("ingest", "--from-parquet", exported, "--db", second(), "--out", folder.resolve("out2"));

        assertThat(allRows(second())).hasSizeGreaterThan(100).isEqualTo(allRows(odd));
    }

    @Test
    void givesTheSameRowsInPostgresql() throws SQLException {
        String url = TestServer.createDatabase();
        home.run("ingest", "--from-parquet", tables, "--db", url, "--out", folder.resolve("out2"));

        assertThat(allRows(url)).isEqualTo(allRows(first()));
    }

    @Test
    void putsARunOnRecordWhoseTotalsBalanceAndWhichHasReadNothing() throws SQLException {
        home.run("ingest", "--from-parquet", tables, "--db", second(), "--out", folder.resolve("out2"));

        assertThat(Rows.of(
                        second(),
                        "select state, discovered - stored - duplicate - conflict - not_dicom - not_instance - failed,"
                                + " stored, bytes_read from run"))
                .containsExactly("COMPLETED|0|210|0");
    }

    /** But for copies whose originals are gone: each time, they may take their place. */
    @Test
    void knowsAllOfItTheSecondTime() throws SQLException {
        home.run("ingest", "--from-parquet", tables, "--db", second(), "--out", folder.resolve("out2"));
        home.run("ingest", "--from-parquet", tables, "--db", second(), "--out", folder.resolve("out2"));

        assertThat(Rows.of(second(), "select discovered - unchanged - duplicate from run where stored = 0"))
                .containsExactly("0");
    }

    @Test
    void refusesTablesThatAreDeidentifiedInAnotherWay() throws IOException {
        home.edit("config/application.properties", text -> text + "\nprivacy.patient=drop\n");

        assertThat(home.run("ingest", "--from-parquet", tables, "--db", second())
                        .err())
                .contains("de-identified as keep");
    }

    @Test
    void saysThatAFolderHoldsNoTables() {
        assertThat(home.run("ingest", "--from-parquet", folder, "--db", second())
                        .err())
                .contains("no tables in Parquet");
    }

    private String first() {
        return "jdbc:sqlite:" + folder.resolve("out/lidc.db");
    }

    private String second() {
        return "jdbc:sqlite:" + folder.resolve("second.db");
    }

    private static List<String> allRows(String url) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : TABLES) {
                List<String> own = new ArrayList<>(Rows.without(OF_A_RUN, connection, "select * from " + table));
                own.sort(null);
                rows.add(table);
                rows.addAll(own);
            }
        }
        return rows;
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Outcome;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import io.lidc.testing.ZippedFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void countsInstancesWhoseFileIsGone(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            long stored = Ingested.sample(folder, dataSource).totals().count(Outcome.STORED);
            String uri =
                    Rows.of(dataSource, "select min(source_uri) from instance").get(0);
            Files.delete(Path.of(URI.create(uri)));

            assertThat(MissingFiles.count(dataSource)).isEqualTo(new MissingFiles(stored - 1, 1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void listsTheLocationsThatAreGone(TestDatabase database) throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            Ingested.sample(folder, dataSource);
            String uri =
                    Rows.of(dataSource, "select max(source_uri) from instance").get(0);
            Files.delete(Path.of(URI.create(uri)));
            List<String> missing = new ArrayList<>();
            MissingFiles.count(dataSource, missing::add);

            assertThat(missing).containsExactly(uri);
        }
    }

    @Test
    void looksForTheArchiveOfAnEntry() throws Exception {
        try (HikariDataSource dataSource = TestDatabase.SQLITE.open(folder)) {
            Path zip = ingestedZip(dataSource.getJdbcUrl());
            long stored = count(dataSource);
            assertThat(MissingFiles.count(dataSource)).isEqualTo(new MissingFiles(stored, 0, 0));
            Files.delete(zip);

            assertThat(MissingFiles.count(dataSource)).isEqualTo(new MissingFiles(0, stored, 0));
        }
    }

    @Test
    void listsNoMoreThanTheLimit() throws Exception {
        try (HikariDataSource dataSource = TestDatabase.SQLITE.open(folder)) {
            Files.delete(ingestedZip(dataSource.getJdbcUrl()));

            assertThat(MissingFiles.tables(dataSource, 2).get("Gone").rows()).hasSize(2);
        }
    }

    private static long count(HikariDataSource dataSource) throws Exception {
        return Long.parseLong(
                Rows.of(dataSource, "select count(*) from instance").get(0));
    }

    private Path ingestedZip(String url) throws IOException {
        Path zip = ZippedFolder.write(Home.sample(folder), folder.resolve("zips/a.zip"));
        Home.in(folder).run("ingest", zip, "--db", url, "--out", folder.resolve("out"));
        return zip;
    }
}

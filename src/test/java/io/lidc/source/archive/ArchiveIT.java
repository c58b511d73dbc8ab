package io.lidc.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import io.lidc.testing.MetadataRows;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveIT {
    @TempDir
    private Path folder;

    private Home home;
    private Path sample;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder);
        sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.zip", "sample.tar", "sample.tar.gz"})
    void givesTheSameRowsAsTheFolder(String name) throws IOException, SQLException {
        Path archive = TestArchive.ofFolder(sample, folder.resolve(name));
        home.run("ingest", sample, "--out", folder.resolve("folder"));
        home.run("ingest", archive, "--out", folder.resolve("archive"));

        assertThat(MetadataRows.of(folder.resolve("archive"))).isEqualTo(MetadataRows.of(folder.resolve("folder")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.zip", "sample.tar", "sample.tar.gz"})
    void givesEveryEntryItsOutcome(String name) throws IOException {
        Path archive = TestArchive.ofFolder(sample, folder.resolve(name));

        assertThat(home.run("ingest", archive, "--out", folder.resolve("out")).out())
                .containsPattern("STORED +210\\n")
                .containsPattern("FAILED +2\\n")
                .containsPattern("discovered +216  balanced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.zip", "sample.tar"})
    void inflatesNothingASecondTime(String name) throws IOException, SQLException {
        Path archive = TestArchive.ofFolder(sample, folder.resolve(name));
        home.run("ingest", archive, "--out", folder.resolve("out"));
        home.run("ingest", archive, "--out", folder.resolve("out"));

        assertThat(rows("select unchanged, bytes_read from run where stored = 0"))
                .containsExactly("216|0");
    }

    @Test
    void countsABrokenArchiveAsOneFailure() throws IOException {
        Path archive = Files.writeString(folder.resolve("broken.zip"), "no archive");

        assertThat(home.run("ingest", archive, "--out", folder.resolve("out")).out())
                .containsPattern("FAILED +1\\n")
                .containsPattern("discovered +1  balanced");
    }

    @Test
    void putsTheCodeOfABrokenArchiveOnRecord() throws IOException, SQLException {
        Path archive = Files.writeString(folder.resolve("broken.zip"), "no archive");
        home.run("ingest", archive, "--out", folder.resolve("out"));

        assertThat(rows("select error_code from set_aside")).containsExactly("ARCHIVE_BROKEN");
    }

    private List<String> rows(String query) throws SQLException {
        return Rows.of("jdbc:sqlite:" + folder.resolve("out/lidc.db"), query);
    }
}

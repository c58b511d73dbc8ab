package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import io.lidc.testing.Home.Result;
import io.lidc.testing.Rows;
import io.lidc.testing.ZippedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder, and a zip file, that is elsewhere now. */
@ParameterizedClass
@ValueSource(strings = {"here", "here.zip"})
class MovedArchiveIT {
    @Parameter
    private String name;

    @TempDir
    private Path folder;

    private Home home;
    private Path before;
    private Path now;
    private long stored;

    @BeforeEach
    void ingestAndMove() throws IOException, SQLException {
        home = Home.in(folder);
        Path sample = Home.sample(folder);
        Files.delete(sample.resolve("trouble/unreadable.dcm"));
        before = folder.resolve("data/" + name);
        now = folder.resolve("else where/" + name);
        Files.createDirectories(before.getParent());
        Files.createDirectories(now.getParent());
        if (name.endsWith(".zip")) {
            ZippedFolder.write(sample, before);
        } else {
            Files.move(sample, before);
        }
        home.run("ingest", before, "--out", out());
        stored = count("1 = 1");
        Files.move(before, now);
    }

    @Test
    void isFoundWhereItIsNowByIngestion() throws SQLException {
        home.run("ingest", now, "--out", out());

        assertAllAreHere();
    }

    @Test
    void isFoundWhereItIsNowThoughItWasTakenForACopy() throws Exception {
        Files.move(now, before);
        Path copy = now;
        if (name.endsWith(".zip")) {
            Files.copy(before, copy);
        } else {
            copyTree(before, copy);
        }
        home.run("ingest", copy, "--out", out());
        Files.move(before, folder.resolve("gone"));
        home.run("ingest", copy, "--out", out());

        assertAllAreHere();
    }

    @Test
    void isFoundWhereItIsNowByRelocation() throws SQLException {
        Result result = home.run("relocate", before, now, "--out", out());

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).containsPattern("instances +" + stored + " relocated");
        assertAllAreHere();
    }

    @Test
    void isUnchangedAfterARelocation() {
        home.run("relocate", before.toUri(), now.toUri(), "--out", out());

        assertThat(home.run("ingest", now, "--out", out()).out())
                .contains("STORED                   0")
                .contains("DUPLICATE                0");
    }

    @Test
    void isCountedAndNotRelocatedByADryRun() throws SQLException {
        Result result = home.run("relocate", before, now, "--dry-run", "--out", out());

        assertThat(result.out()).containsPattern("instances +" + stored + " would be relocated");
        assertThat(elsewhere()).isEqualTo(0);
    }

    @Test
    void isRelocatedToNoPlaceThatDoesNotExist() throws SQLException {
        Path nowhere = folder.resolve("nowhere");
        Result result = home.run("relocate", before, nowhere, "--out", out());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(nowhere.toString(), "--force");
        assertThat(count("source_uri like '%nowhere%'")).isEqualTo(0);
    }

    @Test
    void isRelocatedToAPlaceThatDoesNotExistByForce() throws SQLException {
        home.run("relocate", before, folder.resolve("nowhere"), "--force", "--out", out());

        assertThat(count("source_uri like '%nowhere%'")).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void isListedAsMissing(int limit) {
        String out = home.run("status", "--missing", "--missing-limit", limit, "--out", out())
                .out();

        assertThat(out.lines().filter(line -> line.contains("data/" + name))).hasSize(limit);
        assertThat(out).containsPattern("present +gone +not looked for\\R +0 +" + stored + " +0");
    }

    private void assertAllAreHere() throws SQLException {
        assertThat(elsewhere()).isEqualTo(stored);
        assertThat(home.run("status", "--missing", "--out", out()).out())
                .containsPattern("present +gone +not looked for\\R +" + stored + " +0 +0");
    }

    private long elsewhere() throws SQLException {
        return count("source_uri like '%else\\%20where%' escape '\\'");
    }

    private long count(String condition) throws SQLException {
        return Long.parseLong(
                Rows.of("jdbc:sqlite:" + out().resolve("lidc.db"), "select count(*) from instance where " + condition)
                        .get(0));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private Path out() {
        return folder.resolve("out");
    }
}

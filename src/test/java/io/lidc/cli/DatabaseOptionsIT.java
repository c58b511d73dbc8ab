package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which database a command works on. */
class DatabaseOptionsIT {
    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void copy() throws IOException {
        home = Home.in(folder);
    }

    @Test
    void outAndAConfiguredDatabaseAreRefusedTogether() throws IOException {
        home.set(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("configured.db"));

        Home.Result result = home.run("ingest", Home.sample(folder), "--out", folder.resolve("out"));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--db", "configured.db").hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void outServesDeadLettersBesideADatabaseThatIsNamed() throws IOException {
        home.set(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("configured.db"));
        Path named = folder.resolve("named.db");

        home.run("ingest", Home.sample(folder), "--out", folder.resolve("out"), "--db", "jdbc:sqlite:" + named);

        assertThat(named).exists();
        assertThat(folder.resolve("out/dead-letter")).isDirectory();
    }

    @Test
    void demoLeavesTheConfiguredDatabaseAlone() throws IOException {
        home.set(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("configured.db"));

        home.run("demo", "--out", folder.resolve("out"));

        assertThat(folder.resolve("configured.db")).doesNotExist();
        assertThat(folder.resolve("out/lidc.db")).exists();
    }

    @Test
    void statusRefusesAFileThatIsNotThere() {
        Path missing = folder.resolve("mistyped.db");

        Home.Result result = home.run("status", "--db", "jdbc:sqlite:" + missing);

        assertThat(result)
                .isEqualTo(new Home.Result(ExitCode.USAGE, "", "lidc: there is no database " + missing + "\n"));
    }

    @Test
    void statusCreatesNoDatabase() throws IOException {
        home.run("status", "--out", folder.resolve("mistyped"));

        assertThat(Files.exists(folder.resolve("mistyped"))).isFalse();
    }
}

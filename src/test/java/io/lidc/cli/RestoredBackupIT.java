package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.manifest.ManifestKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is taken of an SQLite database while the service runs, as docs/deployment.md has it. */
class RestoredBackupIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Home home;
    private Path archive;
    private Path backup;
    private Path manifestBefore;
    private Path manifestAfter;

    @BeforeEach
    void backUpAServiceThatGoesOn() throws Exception {
        Path sample = Home.sample(folder);
        archive = Files.createDirectory(folder.resolve("archive"));
        backup = folder.resolve("backup.db");
        home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "100")
                .set(FolderKeys.PATH, archive.toString())
                .set(ManifestKeys.ENABLED, "true")
                .set(ManifestKeys.DIRECTORY, folder.resolve("runs").toString());
        try (Service service = Service.start(home, folder.resolve("out"))) {
            Files.move(sample.resolve("SAMPLE-0001"), archive.resolve("SAMPLE-0001"));
            await().atMost(TIMEOUT).until(() -> manifests().size() == 1);
            manifestBefore = manifests().get(0);
            backUp();
            Files.move(sample.resolve("SAMPLE-0002"), archive.resolve("SAMPLE-0002"));
            await().atMost(TIMEOUT).until(() -> manifests().size() == 2);
            manifestAfter = manifests().stream()
                    .filter(manifest -> !manifest.equals(manifestBefore))
                    .findFirst()
                    .orElseThrow();
            assertThat(service.rows("select count(*) from patient")).containsExactly("2");
        }
    }

    @Test
    void holdsWhatTheDatabaseHeldThen() {
        assertThat(verify(manifestBefore).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(verify(manifestAfter).exitCode()).isEqualTo(ExitCode.DIFFERENT);
    }

    @Test
    void isGoneOnFromByTheNextRun() {
        Home.Result result = home.run("ingest", archive, "--db", "jdbc:sqlite:" + backup, "--out", folder.resolve("o"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).containsPattern("UNCHANGED +[1-9]").containsPattern("STORED +[1-9]");
    }

    private Home.Result verify(Path manifest) {
        return home.run("verify", manifest, "--db", "jdbc:sqlite:" + backup);
    }

    private void backUp() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("out/lidc.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum into '" + backup + "'");
        }
    }

    private List<Path> manifests() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}

package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.testing.Home;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script lidc in an installation, whose user has routes, settings and a database of their own. */
class LauncherIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String INBOX_ROUTE = """
            - route:
                id: own-inbox
                from:
                  uri: file:%s
                  steps:
                    - log:
                        message: taken
            """;

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path dropped;

    @BeforeAll
    static void installAndStart() throws Exception {
        assumeThat(TARGET.resolve("lidc-pipeline.jar")).as("skipped: no jar").exists();
        home = Home.in(folder)
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead-letter").toString())
                .folder();
        Files.copy(Path.of("lidc"), home.resolve("lidc"));
        Files.createDirectory(home.resolve("target"));
        Files.copy(TARGET.resolve("lidc-pipeline.jar"), home.resolve("target/lidc-pipeline.jar"));
        Files.createSymbolicLink(home.resolve("target/lib"), TARGET.resolve("lib"));
        dropped =
                Files.writeString(Files.createDirectory(folder.resolve("inbox")).resolve("a.dcm"), "text");
        Files.writeString(home.resolve("routes/own.camel.yaml"), INBOX_ROUTE.formatted(dropped.getParent()));
        lidc("--version");
        Files.delete(home.resolve("routes/own.camel.yaml"));
    }

    @AfterAll
    static void unlink() throws IOException {
        if (home != null) {
            Files.delete(home.resolve("target/lib"));
        }
    }

    @Test
    void makesItsStartUpArchive() throws IOException {
        assertThat(archive()).isNotEmptyFile();
    }

    @Test
    void makesItsStartUpArchiveWithoutTheDatabaseOfTheUser() {
        assertThat(userDatabase()).doesNotExist();
    }

    @Test
    void makesItsStartUpArchiveWithoutTheRoutesOfTheUser() {
        assertThat(dropped).exists();
    }

    @Test
    void makesItsStartUpArchiveWithoutTheSettingsOfTheUser() {
        assertThat(folder.resolve("dead-letter")).doesNotExist();
    }

    @Test
    void leavesNothingOfItsWarmUpBehind() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void keepsTheDemoOutOfTheDatabaseOfTheUser() throws Exception {
        lidc("demo");

        assertThat(userDatabase()).doesNotExist();
    }

    @Test
    void putsTheDemoIntoADatabaseOfItsOwn() throws Exception {
        lidc("demo");

        assertThat(Rows.of("jdbc:sqlite:" + folder.resolve("outputs/demo/lidc.db"), "select count(*) from instance"))
                .containsExactly("210");
    }

    private static void lidc(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("lidc").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("DATABASE_URL", "jdbc:sqlite:" + userDatabase());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
    }

    private static Path userDatabase() {
        return folder.resolve("user.db");
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.testing.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as scripts call them. */
class OutputOptionsIT {
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

    @Test
    void ingestPrintsTheRunAsOneJsonDocument() throws IOException {
        JsonNode run = json("ingest", sample, "--out", out(), "--json");

        assertThat(run.get("state").asText()).isEqualTo("COMPLETED");
        assertThat(run.at("/outcomes/STORED").asInt()).isEqualTo(210);
        assertThat(run.get("discovered").asInt()).isEqualTo(216);
    }

    @Test
    void ingestNamesDatabaseAndDeadLettersInItsDocument() throws IOException {
        JsonNode run = json("ingest", sample, "--out", out(), "--json");

        assertThat(Path.of(run.get("database").asText())).exists();
        assertThat(Path.of(run.get("deadLetters").asText())).isDirectory();
    }

    @Test
    void ingestCountsKnownFailuresInItsDocument() throws IOException {
        json("ingest", sample, "--out", out(), "--json");

        assertThat(json("ingest", sample, "--out", out(), "--json")
                        .get("knownFailures")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void ingestSaysNothingWhereItIsToBeQuiet() {
        assertThat(home.run("ingest", sample, "--out", out(), "--quiet")).isEqualTo(new Home.Result(0, "", ""));
    }

    @Test
    void ingestSaysWhatIsWrongAlsoWhereItIsToBeQuiet() {
        assertThat(home.run("ingest", folder.resolve("missing"), "--out", out(), "--quiet")
                        .err())
                .contains("no such folder or file");
    }

    @Test
    void statusPrintsItsTablesAsOneJsonDocument() throws IOException {
        home.run("ingest", sample, "--out", out());

        JsonNode status = json("status", "--out", out(), "--json");

        assertThat(status.at("/holdings/0/instances").asInt()).isEqualTo(210);
        assertThat(status.at("/lastRuns/0/notDicom").asInt()).isEqualTo(1);
    }

    @Test
    void demoPrintsItsRunAsOneJsonDocument() throws IOException {
        assertThat(json("demo", "--out", out(), "--json").at("/outcomes/STORED").asInt())
                .isEqualTo(210);
    }

    private JsonNode json(Object... arguments) throws IOException {
        return new ObjectMapper().readTree(home.run(arguments).out());
    }

    private Path out() {
        return folder.resolve("out");
    }
}

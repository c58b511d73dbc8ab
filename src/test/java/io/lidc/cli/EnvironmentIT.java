package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Child;
import io.lidc.testing.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings from environment variables, which only a process of its own can have. */
class EnvironmentIT {
    @TempDir
    private Path folder;

    @Test
    void resolvesAWordThatStandsForANumber() throws Exception {
        assertThat(exitCode(Map.of("INGEST_READERS", "auto"))).isEqualTo(ExitCode.OK);
    }

    @Test
    void stopsTheStartWithTheKeyOfAWrongValue() throws Exception {
        exitCode(Map.of("INGEST_READERS", "many"));

        assertThat(Files.readString(folder.resolve("log")))
                .contains("ingest.readers")
                .hasLineCount(1);
    }

    private int exitCode(Map<String, String> environment) throws Exception {
        Path sample = Home.sample(folder);
        Process child = Child.start(
                environment,
                Home.in(folder).folder(),
                folder.resolve("log"),
                "ingest",
                sample,
                "--out",
                folder.resolve("out"));
        return child.waitFor();
    }
}

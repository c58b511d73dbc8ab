package io.lidc.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterRoomHealthCheckTest {
    @TempDir
    private Path folder;

    @Test
    void isUpWhereTheFolderIsYetToBeMade() {
        assertThat(state(folder.resolve("to/be/made"), 1)).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void isDownWhereTheDiskHasNotEnoughLeft() {
        assertThat(state(folder, Long.MAX_VALUE)).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void isDownWhereAFileHasThePlaceOfTheFolder() throws IOException {
        assertThat(state(Files.createFile(folder.resolve("file")), 1)).isEqualTo(HealthCheck.State.DOWN);
    }

    private static HealthCheck.State state(Path directory, long minBytes) {
        return new DeadLetterRoomHealthCheck(directory, minBytes).call().getState();
    }
}

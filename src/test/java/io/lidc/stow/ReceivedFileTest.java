package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lidc.stow.received.ReceivedChunk;
import io.lidc.stow.received.ReceivedFile;
import io.lidc.stow.received.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A full disk: Linux has a device that is one. */
class ReceivedFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void tellsAFullDiskFromAContentThatEndsEarly() throws Exception {
        assumeTrue(Files.exists(FULL), "there is no /dev/full");
        try (ReceivedFile file = ReceivedFile.open(FULL)) {

            assertThatThrownBy(() -> file.write(new byte[10], 0, 10))
                    .isInstanceOf(StorageException.class)
                    .hasRootCauseMessage("No space left on device");
        }
    }

    @Test
    void isAnswered503WithRetryAfter() throws Exception {
        assumeTrue(Files.exists(FULL), "there is no /dev/full");
        Payload payload = new Payload() {
            @Override
            ReceivedChunk read() throws IOException {
                ReceivedFile.open(FULL).write(1);
                return null;
            }

            @Override
            void discard() {}
        };

        assertThatThrownBy(payload::hasNext).satisfies(thrown -> {
            ErrorResponses.Response response = new ErrorResponses().response(thrown);
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.headers()).containsKey("Retry-After");
        });
    }
}

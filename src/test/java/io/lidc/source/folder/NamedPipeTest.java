package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lidc.model.Location;
import io.lidc.source.SourceException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that has become a named pipe since it was listed. */
@DisabledOnOs(OS.WINDOWS)
class NamedPipeTest {
    @TempDir
    private Path folder;

    private Location pipe;

    @BeforeEach
    void makeThePipe() throws Exception {
        Path path = folder.resolve("a.dcm");
        new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        pipe = new Location(path.toUri().toString(), 1000, "1");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void isNoFileAndHoldsNobodyUp() {
        SourceException refused = catchThrowableOfType(
                SourceException.class, () -> new FileProvider().open(pipe).close());

        assertThat(refused.code()).isEqualTo("NOT_A_FILE");
    }
}

package io.lidc.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.cli.ExitCode;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that cannot hold a lease. */
class LeaseFolderIT {
    @TempDir
    private Path folder;

    @Test
    void stopsTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Home.Result result = Home.in(folder)
                .set(LeaseKeys.TYPE, "file")
                .set(LeaseKeys.DIRECTORY, file.toString())
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PATH, folder.toString())
                .run("run", "--out", folder.resolve("out"));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("lease.directory");
    }
}

package io.lidc.source.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are tables. */
class ParquetFilesTest {
    @TempDir
    private Path folder;

    @Test
    void refusesASnapshotThatIsNotFinished() throws IOException {
        file("instance/modality=CT/part-0.parquet");

        assertThatThrownBy(() -> ParquetFiles.in(folder))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("not complete");
    }

    @Test
    void leavesOutWhatATaskWasWriting() throws IOException {
        Path table = file("instance/modality=CT/part-0.parquet");
        file("instance/_temporary/0/task-1/modality=CT/part-1.parquet");
        file("database_setting/part-0.parquet");

        assertThat(ParquetFiles.in(folder).of("instance")).containsExactly(table);
    }

    @Test
    void takesTheSnapshotThatCounts() throws IOException {
        Path counting = file("snapshots/second/instance/modality=CT/part-0.parquet");
        file("snapshots/second/database_setting/part-0.parquet");
        file("snapshots/first/instance/modality=CT/part-0.parquet");
        Files.writeString(folder.resolve("_current"), "snapshots/second\n");

        assertThat(ParquetFiles.in(folder).of("instance")).containsExactly(counting);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}

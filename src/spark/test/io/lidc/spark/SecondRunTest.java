package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.model.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over what an earlier one has read: what is new or has changed is read, by the rules of the database. */
class SecondRunTest {
    @TempDir
    Path folder;

    private Path sample;
    private Path output;

    @BeforeEach
    void readTheSample() throws Exception {
        sample = Lidc.sample(folder.resolve("sample"));
        output = folder.resolve("parquet");
    }

    @Test
    void givesTheRowsThatTheDatabaseHasAfterTheSameChanges() throws Exception {
        TestDatabase database = Lidc.ingest(folder, sample);
        LocalSpark.run(output, sample);
        assertThat(LocalSpark.run(output, sample).bytesRead()).isZero();
        database.ingest(sample);
        change();
        database.ingest(sample);
        LocalSpark.run(output, sample);

        String snapshot = LocalSpark.snapshot(output.toUri().toString());
        for (String table : TableSchema.ALL) {
            assertThat(Rows.of(LocalSpark.session(), snapshot, table)).as(table).isEqualTo(database.rows(table));
        }
    }

    @Test
    void leavesTheSnapshotBeforeInPlaceUntilItsOwnIsWhole() throws Exception {
        LocalSpark.run(output, sample);
        String before = LocalSpark.snapshot(output.toUri().toString());
        assertThatThrownBy(() -> LocalSpark.run(output, sample, folder.resolve("absent")))
                .isInstanceOf(IOException.class);

        assertThat(LocalSpark.snapshot(output.toUri().toString())).isEqualTo(before);
        assertThat(output.resolve("_staging")).doesNotExist();
    }

    @Test
    void countsWhatTwoInputsShareOnce() throws Exception {
        RunTotals totals = LocalSpark.run(output, sample, sample.resolve("trouble"));

        assertThat(totals.count(Outcome.STORED)).isEqualTo(210);
        assertThat(totals.count(Outcome.UNCHANGED)).isPositive();
    }

    /** New files, a touched one, one that another instance's file has replaced, a failure that was mended, one that is gone. */
    private void change() throws IOException {
        List<Path> slices = slices();
        Files.copy(slices.get(0), sample.resolve("copy.dcm"));
        Files.setLastModifiedTime(slices.get(1), FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
        Files.copy(slices.get(3), slices.get(2), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(slices.get(4), sample.resolve("trouble/truncated.dcm"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(slices.get(5));
        Files.writeString(sample.resolve("notes.txt"), "not an object");
    }

    private List<Path> slices() throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            return files.filter(file -> file.toString().endsWith(".dcm")
                            && !file.toString().contains("trouble")
                            && size(file) > 2_000)
                    .sorted()
                    .limit(6)
                    .toList();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

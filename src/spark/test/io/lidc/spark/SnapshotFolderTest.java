package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {
    @TempDir
    Path root;

    private SnapshotFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new SnapshotFolder(root.toUri().toString(), new Configuration());
    }

    @Test
    void hasNoSnapshotThatCountsBeforeTheFirstRun() throws IOException {
        assertThat(folder.current()).isEmpty();
    }

    @Test
    void hasTheSnapshotOfARunCountOnceItIsCommitted() throws IOException {
        write("1");

        assertThat(folder.current()).contains(folder.snapshot("1"));
    }

    @Test
    void refusesARunThatBeganBeforeAnotherWasCommitted() throws IOException {
        write("1");

        assertThatThrownBy(() -> folder.commit("2", Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another job has written a snapshot");
    }

    @Test
    void keepsSoManyOfTheNewestSnapshots() throws IOException {
        write("1");
        write("2");
        write("3");
        folder.keep(2);

        assertThat(snapshots()).containsExactly("2", "3");
    }

    @Test
    void keepsTheSnapshotThatCountsHoweverFewAreToStay() throws IOException {
        write("1");
        write("2");
        folder.keep(1);

        assertThat(snapshots()).containsExactly("2");
    }

    @Test
    void keepsNewerSnapshotsThatOthersMayBeWriting() throws IOException {
        write("1");
        folder.write("2", "note.txt", "unfinished");
        folder.keep(1);

        assertThat(snapshots()).containsExactly("1", "2");
    }

    private void write(String run) throws IOException {
        Optional<String> before = folder.current();
        folder.write(run, "note.txt", "whole");
        folder.commit(run, before);
    }

    private List<String> snapshots() throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("snapshots"))) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}

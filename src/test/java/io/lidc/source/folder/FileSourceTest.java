package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("object"), new byte[] {1, 2, 3, 4, 5});
    }

    @Test
    void readsFromAPosition() throws IOException {
        byte[] target = new byte[4];
        try (FileSource source = new FileSource(file)) {
            assertThat(source.size()).isEqualTo(5);
            assertThat(source.read(3, target, 1, 3)).isEqualTo(2);
        }
        assertThat(target).containsExactly(0, 4, 5, 0);
    }

    @Test
    void tellsTheEnd() throws IOException {
        try (FileSource source = new FileSource(file, 5)) {
            assertThat(source.read(5, new byte[1], 0, 1)).isEqualTo(-1);
            assertThat(source.read(50, new byte[1], 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> new FileSource(folder.resolve("other"))).isInstanceOf(NoSuchFileException.class);
    }
}

package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.sample.SampleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCountTest {
    @TempDir
    private Path folder;

    @Test
    void countsWhatTheFolderLists() throws IOException {
        SampleTree.write(folder);
        long listed = 0;
        for (Iterator<?> objects = new FolderSource(folder).list(); objects.hasNext(); objects.next()) {
            listed++;
        }

        assertThat(count(folder)).hasValue(listed);
    }

    @Test
    void countsFilesBesideAndBelowFolders() throws IOException {
        write("a.dcm", "b/c.dcm", "b/d/e.dcm", "b/d/f.dcm", "z/g.dcm");

        assertThat(count(folder)).hasValue(5);
    }

    @Test
    void countsNothingThatIsStillBeingDownloaded() throws IOException {
        write("a.dcm", ".incomplete/b.dcm");

        assertThat(count(folder)).hasValue(1);
    }

    @Test
    void countsASingleFile() throws IOException {
        write("a.dcm");

        assertThat(count(folder.resolve("a.dcm"))).hasValue(1);
    }

    @Test
    void endsWhereANameCannotBeCounted() throws IOException {
        write("b/a.zip");

        assertThat(new FolderCount(name -> !name.endsWith(".zip")).below(folder))
                .isEmpty();
    }

    private static OptionalLong count(Path root) {
        return new FolderCount(name -> true).below(root);
    }

    private void write(String... files) throws IOException {
        for (String file : files) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "x");
        }
    }
}

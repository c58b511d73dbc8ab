package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.source.ObjectReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to folders: each folder is entered once. */
class FolderLinksTest {
    @TempDir
    private Path folder;

    @Test
    void entersEachFolderOnceHoweverManyLinksLeadToIt() throws IOException {
        for (int i = 0; i < 12; i++) {
            Path target = Files.createDirectory(folder.resolve("d" + i));
            Files.writeString(target.resolve("file"), "x");
        }
        for (int i = 0; i < 12; i++) {
            for (int to = 0; to < 12; to++) {
                Files.createSymbolicLink(folder.resolve("d" + i + "/to" + to), folder.resolve("d" + to));
            }
        }

        assertThat(list()).filteredOn(name -> name.endsWith("/file")).hasSize(12);
    }

    @Test
    void listsOnlyTheLinksThatLeadToAFolderThatHoldsThem() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.createDirectory(folder.resolve("d" + i));
        }
        for (int i = 0; i < 12; i++) {
            for (int to = 0; to < 12; to++) {
                Files.createSymbolicLink(folder.resolve("d" + i + "/to" + to), folder.resolve("d" + to));
            }
        }

        assertThat(list()).hasSize(12);
    }

    @Test
    void listsAFolderByItsOwnPathWhereALinkToItComesFirst() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("z")).resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("a"), folder.resolve("z"));

        assertThat(list()).containsExactly("z/file");
    }

    @Test
    void entersAFolderElsewhereThroughTheFirstLinkToIt(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("file"), "x");
        Files.createSymbolicLink(folder.resolve("b"), elsewhere);
        Files.createSymbolicLink(folder.resolve("a"), elsewhere);

        assertThat(list()).containsExactly("a/file");
    }

    private List<String> list() {
        List<String> names = new ArrayList<>();
        new FolderSource(folder).list().forEachRemaining(object -> names.add(relative(object)));
        return names;
    }

    private String relative(ObjectReference object) {
        return object.location().uri().substring(folder.toUri().toString().length());
    }
}

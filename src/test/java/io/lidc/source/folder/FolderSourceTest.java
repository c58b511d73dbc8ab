package io.lidc.source.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.dicom.ByteSource;
import io.lidc.source.ObjectReference;
import io.lidc.source.Sources;
import io.lidc.testing.LocalSources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    private final Sources sources = LocalSources.create().sources();

    @TempDir
    private Path folder;

    @Test
    void listsAllFilesBelowAFolderInTheOrderOfTheirNames() throws IOException {
        write("b/2.dcm");
        write("a.dcm");
        write("b/1.dcm");

        assertThat(list()).extracting(this::relative).containsExactly("a.dcm", "b/1.dcm", "b/2.dcm");
    }

    @Test
    void listsASingleFile() throws IOException {
        Path file = write("a.dcm");

        assertThat(new FolderSource(file).list().next().location().uri())
                .isEqualTo(file.toUri().toString());
    }

    @Test
    void entersAFolderNamedLikeAFile() throws IOException {
        write("x.dcm/1");

        assertThat(list()).extracting(this::relative).containsExactly("x.dcm/1");
    }

    @Test
    void namesAPathWithSpacesAndNonLatinLettersByItsUri() throws IOException {
        Path file = write("患者 1/ä b.dcm");

        assertThat(Path.of(URI.create(list().get(0).location().uri()))).isEqualTo(file);
    }

    @Test
    void opensAPathWithSpacesAndNonLatinLetters() throws IOException {
        write("患者 1/ä b.dcm");

        assertThat(firstByte(list().get(0))).isEqualTo((byte) 'x');
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void listsALinkToAFolderThatHoldsItAsUnavailable() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);

        assertThatThrownBy(() -> sources.open(list().get(0))).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void followsALinkToAFile() throws IOException {
        Path file = write("a.dcm");
        Files.createSymbolicLink(folder.resolve("b.dcm"), file);

        assertThat(firstByte(list().get(1))).isEqualTo((byte) 'x');
    }

    @Test
    void listsALinkThatLeadsNowhereAsUnavailable() throws IOException {
        Files.createSymbolicLink(folder.resolve("b.dcm"), folder.resolve("gone"));

        assertThatThrownBy(() -> sources.open(list().get(0))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void givesAFileThatChangesAnotherVersion() throws IOException {
        Path file = write("a.dcm");
        String before = list().get(0).location().version();
        Files.setLastModifiedTime(file, FileTime.from(1, TimeUnit.SECONDS));

        assertThat(list().get(0).location().version()).isNotEqualTo(before);
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    private List<ObjectReference> list() {
        List<ObjectReference> references = new ArrayList<>();
        new FolderSource(folder).list().forEachRemaining(references::add);
        return references;
    }

    private String relative(ObjectReference reference) {
        return folder.relativize(Path.of(URI.create(reference.location().uri())))
                .toString();
    }

    private byte firstByte(ObjectReference reference) throws IOException {
        byte[] bytes = new byte[1];
        try (ByteSource source = sources.open(reference)) {
            assertThat(source.read(0, bytes, 0, 1)).isEqualTo(1);
        }
        return bytes[0];
    }
}

package io.lidc.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.Sources;
import io.lidc.testing.LocalSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives in folders whose names hold what a URI must escape. */
class OddFolderTest {
    private final Sources sources = LocalSources.create().sources();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"#1", "100%", "what!", "%23", "a!/b"})
    void opensAnEntryByItsLocation(String name) throws IOException {
        Path archive = Files.createDirectories(folder.resolve(name)).resolve("a.zip");
        TestArchive.write(archive, TestArchive.Item.of("1.dcm"));
        String uri = "archive:" + archive.toUri().toString().replace("!", "%21").replace("#", "%23") + "!/1.dcm";

        try (ByteSource entry = sources.open(new Location(uri, -1, ""), null)) {
            byte[] bytes = new byte[100];
            int count = entry.read(0, bytes, 0, bytes.length);
            assertThat(new String(bytes, 0, count, StandardCharsets.UTF_8)).isEqualTo("content of 1.dcm");
        }
    }
}

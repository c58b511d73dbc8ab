package io.lidc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lidc.testing.LocalSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way into Python that docs/schema.md shows opens what the program lists. */
class PythonSnippetTest {
    private static final String CALL =
            "\nimport sys\nfor uri in sys.argv[1:]:\n    print(open_object(uri).read().decode())\n";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsPython() throws InterruptedException {
        try {
            assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "no python3");
        }
    }

    @Test
    void opensFilesAndEntriesOfZipFilesByTheirLocations() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a #1 ä!"));
        Files.writeString(odd.resolve("100% file?.dcm"), "a file");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(odd.resolve("b#!.zip")))) {
            zip.putNextEntry(new ZipEntry("ct/ü #1!.dcm"));
            zip.write("an entry".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(python(locations())).containsExactly("a file", "an entry");
    }

    private List<String> locations() throws IOException {
        Iterator<ObjectReference> objects = LocalSources.create()
                .sources()
                .list(folder.toString(), SourceOptions.DEFAULT)
                .list();
        List<String> locations = new ArrayList<>();
        objects.forEachRemaining(object -> locations.add(object.location().uri()));
        return locations;
    }

    private List<String> python(List<String> uris) throws IOException {
        Matcher snippet = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/schema.md")));
        assertThat(snippet.find()).isTrue();
        List<String> command = new ArrayList<>(List.of("python3", "-c", snippet.group(1) + CALL));
        command.addAll(uris);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

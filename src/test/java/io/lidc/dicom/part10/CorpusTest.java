package io.lidc.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.dicom.ByteSource;
import io.lidc.dicom.DicomException;
import io.lidc.dicom.Header;
import io.lidc.dicom.HeaderReader;
import io.lidc.dicom.Tag;
import io.lidc.source.folder.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that this project did not write, with an independent reading of each. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HeaderReader reader = new Part10Reader();

    @TestFactory
    Stream<DynamicTest> readsTheSopInstanceUidOrSaysWhyNot() throws IOException {
        Path expected = CORPUS.resolve("expected.jsonl");
        assumeTrue(Files.exists(expected), "the corpus is absent: " + CORPUS);
        return Files.readAllLines(expected).stream().map(CorpusTest::parse).map(this::check);
    }

    private DynamicTest check(JsonNode expected) {
        String file = expected.get("file").textValue();
        String uid = expected.path("values").path("SOPInstanceUID").textValue();
        return DynamicTest.dynamicTest(file, () -> {
            try (ByteSource source = new FileSource(CORPUS.resolve(file))) {
                Header header = reader.read(source);
                assertThat(header.text(Tag.SOP_INSTANCE_UID)).isEqualTo(uid);
            } catch (DicomException e) {
                assertThat(e.offset()).isBetween(0L, Files.size(CORPUS.resolve(file)));
            }
        });
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("the list of expected values is no JSON", e);
        }
    }
}

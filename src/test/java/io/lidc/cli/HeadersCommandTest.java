package io.lidc.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.ingest.header.HeaderKeys;
import io.lidc.json.DicomJsonModel;
import io.lidc.json.ExplicitObject;
import io.lidc.testing.Home;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HeadersCommandTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final byte[] SMALL_OBJECT = new ExplicitObject()
            .with(0x0008_0060, "CS", "CT")
            .with(0x0018_0050, "DS", "2.50")
            .bytes();
    private static final int READABLE = 215;

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void printsTheHeaderOfAFileAsOneLine() throws IOException {
        Path file = write("a.dcm", SMALL_OBJECT);
        assertThat(run("", file.toString())).isZero();
        assertThat(output.toString(UTF_8))
                .isEqualTo("{\"file\":\"" + file + "\",\"status\":\"ok\",\"error\":null,\"offset\":null,"
                        + "\"transferSyntax\":\"1.2.840.10008.1.2.1\",\"dataset\":{"
                        + "\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]},"
                        + "\"00180050\":{\"vr\":\"DS\",\"Value\":[2.50]}}}\n");
    }

    @Test
    void printsALineForEachFileThatCannotBeRead() throws IOException {
        Path text = write("text", "No header is in this text, however long one looks for it.".getBytes(UTF_8));
        Path empty = write("empty", new byte[0]);
        Path missing = directory.resolve("missing");
        run("", text.toString(), missing.toString(), empty.toString(), directory.toString());
        assertThat(lines())
                .extracting(line ->
                        line.get("status").asText() + " " + line.get("error").asText())
                .containsExactly("not-dicom NOT_DICOM", "failed NOT_FOUND", "failed EMPTY", "failed IO_ERROR");
        assertThat(lines())
                .allSatisfy(line -> assertThat(line.get("dataset").isNull()).isTrue());
    }

    @Test
    void printsWarningsAndWhatIsLeftOut() throws IOException {
        ExplicitObject object =
                new ExplicitObject().with(0x0018_0050, "DS", "thick ").with(0x0011_1001, "OB", new byte[66]);
        assertThat(run("", write("a.dcm", object.bytes()).toString())).isZero();
        assertThat(lines().get(0).get("warnings").toString())
                .isEqualTo("[{\"code\":\"UNREADABLE_VALUE\",\"tag\":\"00180050\",\"offset\":172},"
                        + "{\"code\":\"OUT_OF_ORDER\",\"tag\":\"00111001\",\"offset\":186}]");
        assertThat(lines().get(0).get("bulk").toString()).isEqualTo("[{\"path\":\"/00111001\",\"length\":66}]");
    }

    @Test
    void keepsTheOrderOfTheArgumentsAndThenOfTheList() throws IOException {
        byte[] object = SMALL_OBJECT;
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            listed.add(write("f" + i, i % 7 == 0 ? new byte[0] : object).toString());
        }
        Path first = write("first", object);
        Path list = write("list", (String.join("\n", listed) + "\n\n").getBytes(UTF_8));
        assertThat(run("", "--files-from", list.toString(), first.toString())).isZero();
        listed.add(0, first.toString());
        assertThat(lines()).extracting(line -> line.get("file").asText()).isEqualTo(listed);
    }

    @Test
    void readsTheListFromTheStandardInput() throws IOException {
        Path file = write("a.dcm", SMALL_OBJECT);
        assertThat(run(file + "\r\n", "--files-from", "-")).isZero();
        assertThat(lines()).extracting(line -> line.get("file").asText()).containsExactly(file.toString());
    }

    @Test
    void endsWithTwoWithoutAFileOrAList() {
        assertThat(run("")).isEqualTo(2);
    }

    @Test
    void endsWithTwoWhereTheListCannotBeRead() {
        assertThat(run("", "--files-from", directory.resolve("missing").toString()))
                .isEqualTo(2);
    }

    @Test
    void endsWithTwoAfterAllLinesWhereAFileIsMissing() throws IOException {
        Path file = write("a.dcm", SMALL_OBJECT);

        assertThat(run("", directory.resolve("missing").toString(), file.toString()))
                .isEqualTo(2);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void endsWithZeroWhateverIsInAFile() throws IOException {
        assertThat(run("", write("empty", new byte[0]).toString())).isZero();
    }

    @Test
    void explainsItselfWhenAsked() {
        assertThat(run("", "--help")).isZero();
    }

    @Test
    void keepsTheLimitsOfTheSettings() throws IOException {
        byte[] object =
                new ExplicitObject().with(0x0008_103E, "LO", "x".repeat(100)).bytes();
        Home home = Home.in(directory).set(HeaderKeys.MAX_VALUE_BYTES, "64");

        home.execute(command(""), write("a.dcm", object));

        assertThat(lines().get(0).at("/bulk/0/length").asInt()).isEqualTo(100);
    }

    @Test
    void readsTextWithoutACharacterSetByTheSettings() throws IOException {
        byte[] object = new ExplicitObject()
                .with(0x0008_103E, "LO", new byte[] {(byte) 0xD0, (byte) 0xD0})
                .bytes();
        Home home = Home.in(directory).set(HeaderKeys.FALLBACK_CHARACTER_SET, "ISO_IR 144");

        home.execute(command(""), write("a.dcm", object));

        assertThat(lines().get(0).at("/dataset/0008103E/Value/0").asText()).isEqualTo("\u0430\u0430");
    }

    @Test
    void endsQuietlyWhereNobodyReadsOn() throws IOException {
        String file = write("a.dcm", SMALL_OBJECT).toString();
        String[] many = IntStream.range(0, 2_000).mapToObj(i -> file).toArray(String[]::new);
        assertThat(new CommandLine(new HeadersCommand(InputStream.nullInputStream(), failing("Broken pipe")))
                        .execute(many))
                .isZero();
    }

    @Test
    void endsWithOneWhereTheOutputCannotBeWritten() throws IOException {
        String file = write("a.dcm", SMALL_OBJECT).toString();
        CommandLine command =
                new CommandLine(new HeadersCommand(InputStream.nullInputStream(), failing("No space left on device")));
        command.setErr(new PrintWriter(OutputStream.nullOutputStream()));
        assertThat(command.execute(file)).isEqualTo(1);
    }

    @Test
    void printsConformingJsonForTheCorpus() throws IOException {
        assumeThat(CORPUS).as("skipped: no corpus beside this checkout").exists();
        ObjectMapper json = new ObjectMapper();
        List<String> files = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS.resolve("expected.jsonl"))) {
            files.add(CORPUS.resolve(json.readTree(line).get("file").asText()).toString());
        }
        assertThat(run(String.join("\n", files), "--files-from", "-")).isZero();
        List<JsonNode> read = lines().stream()
                .filter(line -> line.get("status").asText().equals("ok"))
                .toList();
        assertThat(lines()).hasSameSizeAs(files);
        assertThat(read).hasSizeGreaterThanOrEqualTo(READABLE).allSatisfy(line -> {
            assertThat(DicomJsonModel.violations(line.get("dataset")))
                    .as(line.get("file").asText())
                    .isEmpty();
            for (JsonNode bulk : line.path("bulk")) {
                JsonNode attribute = line.get("dataset").at(bulk.get("path").asText());
                assertThat(attribute.fieldNames()).toIterable().containsExactly("vr");
            }
        });
    }

    private int run(String input, String... arguments) {
        return command(input).execute(arguments);
    }

    private CommandLine command(String input) {
        return new CommandLine(new HeadersCommand(new ByteArrayInputStream(input.getBytes(UTF_8)), output))
                .setErr(new PrintWriter(OutputStream.nullOutputStream()));
    }

    private List<JsonNode> lines() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : output.toString(UTF_8).split("\n")) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}

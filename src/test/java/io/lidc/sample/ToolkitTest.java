package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a toolkit that this project did not write says of the sample: DCMTK's dcmdump, where it is installed. */
class ToolkitTest {
    @TempDir
    static Path temporary;

    private static WrittenSample sample;

    @BeforeAll
    static void writeSample() throws IOException {
        assumeTrue(isInstalled("dcmdump"), "skipped: dcmdump (DCMTK) is not installed");
        sample = SampleTree.write(temporary.resolve("sample"));
    }

    @Test
    void readsEveryInstanceWithoutAComplaint() throws IOException, InterruptedException {
        assertThat(dcmdump(sample.directory().resolve("SAMPLE-0001"))
                        + dcmdump(sample.directory().resolve("SAMPLE-0002"))
                        + dcmdump(sample.directory().resolve("SAMPLE-0003"))
                        + dcmdump(sample.directory().resolve("SAMPLE-0004")))
                .isEmpty();
    }

    @Test
    void readsTheMediaDirectoryWithoutAComplaint() throws IOException, InterruptedException {
        assertThat(dcmdump(sample.directory().resolve("media"))).isEmpty();
    }

    @Test
    void findsTheTruncatedFileTooShort() throws IOException, InterruptedException {
        assertThat(dcmdump(sample.directory().resolve("trouble/truncated.dcm"))).contains("premature end of stream");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What dcmdump says on its error stream. */
    private static String dcmdump(Path path) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        List.of("dcmdump", "--scan-directories", "--recurse", "--stop-on-error", path.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return complaints;
    }
}

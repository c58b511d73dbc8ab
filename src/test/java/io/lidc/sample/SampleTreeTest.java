package io.lidc.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTreeTest {
    @TempDir
    Path temporary;

    @Test
    void countsTheFilesThatItWrote() throws IOException {
        WrittenSample sample = SampleTree.write(temporary.resolve("sample"));

        assertThat(sample.files()).isEqualTo(files(sample.directory()).size());
    }

    @Test
    void writesTwoHundredAndTenInstances() throws IOException {
        WrittenSample sample = SampleTree.write(temporary.resolve("sample"));

        assertThat(sample.instances()).isEqualTo(210);
    }

    @Test
    void laysInstancesOutByPatientStudyAndSeries() throws IOException {
        WrittenSample sample = SampleTree.write(temporary.resolve("sample"));

        assertThat(files(sample.directory()).stream().filter(path -> path.startsWith("SAMPLE-")))
                .hasSize(210)
                .allMatch(path -> path.matches("SAMPLE-000[1234]/2\\.25\\.\\d+/2\\.25\\.\\d+/\\d{6}\\.dcm"));
    }

    @Test
    void writesTheSameBytesInEveryRun() throws IOException {
        Path one = SampleTree.write(temporary.resolve("one")).directory();
        Path two = SampleTree.write(temporary.resolve("two")).directory();

        assertThat(contents(two)).isEqualTo(contents(one));
    }

    @Test
    void restoresAnEarlierSample() throws IOException {
        Path sample = SampleTree.write(temporary.resolve("sample")).directory();
        Map<String, Integer> before = contents(sample);
        Files.delete(sample.resolve("media/DICOMDIR"));
        Files.writeString(sample.resolve("trouble/truncated.dcm"), "changed");

        SampleTree.write(sample);

        assertThat(contents(sample)).isEqualTo(before);
    }

    @Test
    void leavesTheTimeOfAFileThatIsAsItShouldBe() throws IOException {
        Path sample = SampleTree.write(temporary.resolve("sample")).directory();
        Path file = sample.resolve("media/DICOMDIR");
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);

        SampleTree.write(sample);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void refusesADirectoryWithAFileOfSomebodyElse() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> SampleTree.write(temporary))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(temporary + ": holds something else than a sample; name an empty or a new directory");
    }

    @Test
    void writesNothingIntoADirectoryThatItRefuses() throws IOException {
        SampleTree.write(temporary);
        Files.delete(temporary.resolve("media/DICOMDIR"));
        Files.writeString(temporary.resolve("media/thesis.txt"), "mine");

        assertThatThrownBy(() -> SampleTree.write(temporary)).isInstanceOf(FileSystemException.class);

        assertThat(temporary.resolve("media/DICOMDIR")).doesNotExist();
    }

    @Test
    void refusesADirectoryWithALinkInTheSamplesPlace() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path sample = Files.createDirectory(temporary.resolve("sample"));
        Files.createSymbolicLink(sample.resolve("media"), elsewhere);

        assertThatThrownBy(() -> SampleTree.write(sample)).isInstanceOf(FileSystemException.class);
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");

        assertThatThrownBy(() -> SampleTree.write(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": is not a directory");
    }

    @Test
    void followsALinkToADirectory() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("directory"));

        SampleTree.write(Files.createSymbolicLink(temporary.resolve("link"), directory));

        assertThat(directory.resolve("media/DICOMDIR")).exists();
    }

    private static Set<String> files(Path root) {
        return contents(root).keySet();
    }

    /** Relative path to a hash of the bytes; a file that may not be read counts by its size. */
    private static Map<String, Integer> contents(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(), SampleTreeTest::hash, Math::max, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int hash(Path file) {
        try {
            return Files.isReadable(file) ? Arrays.hashCode(Files.readAllBytes(file)) : (int) Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

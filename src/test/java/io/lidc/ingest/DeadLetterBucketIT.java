package io.lidc.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.cli.ExitCode;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.s3.Buckets;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters in a bucket, on a real server in this process. */
class DeadLetterBucketIT {
    @TempDir
    private Path folder;

    private Buckets buckets;
    private Path letters;

    @BeforeEach
    void startTheServer() throws Exception {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        buckets = new Buckets(folder);
        letters = Files.createDirectories(folder.resolve("buckets/letters"));
        buckets.home().set(DeadLetterKeys.BUCKET, "letters");
    }

    @AfterEach
    void stop() throws Exception {
        buckets.close();
    }

    @Test
    void holdsTheRecordsThatTheFolderHolds() throws IOException {
        ingest();

        assertThat(recordsIn(letters.resolve("dead-letter")))
                .hasSizeGreaterThanOrEqualTo(2)
                .isEqualTo(recordsIn(folder.resolve("out/dead-letter")));
    }

    @Test
    void losesTheRecordsOfWhatAReplayReads() throws IOException {
        ingest();
        byte[] readable = DicomFile.instance(1, "CT").bytes();
        for (String record : recordsIn(letters.resolve("dead-letter"))) {
            String location = record.replaceFirst("(?s).*\"location\" : \"file://([^\"]*)\".*", "$1");
            Files.write(Path.of(location), readable);
        }
        buckets.home().run("replay", "--out", folder.resolve("out"));

        assertThat(recordsIn(letters)).isEmpty();
        assertThat(folder.resolve("out/dead-letter")).isEmptyDirectory();
    }

    @Test
    void endsTheRunWithTheReasonWhenThereIsNoSuchBucket() throws IOException {
        Files.delete(letters);

        Home.Result result = ingest();

        assertThat(result.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(result.err()).contains("bucket does not exist");
    }

    private Home.Result ingest() {
        return buckets.home().run("ingest", buckets.bucket(), "--out", folder.resolve("out"));
    }

    /** Names with their contents, in order. */
    private static List<String> recordsIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file) + ": " + content(file))
                    .sorted()
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

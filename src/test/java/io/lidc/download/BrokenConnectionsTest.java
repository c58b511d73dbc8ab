package io.lidc.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenConnectionsTest {
    private static final int FILES = 40;

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private final Map<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void makeFiles() {
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[random.nextInt(400_000)];
            random.nextBytes(bytes);
            files.put("/series/" + i + ".dcm", bytes);
        }
    }

    @Test
    void bringsEveryFileByteExactThoughEachConnectionBreaks() throws IOException {
        try (BreakingServer server = new BreakingServer(files, random, 100_000)) {
            Downloads.into(folder)
                    .byManifest(files.keySet().stream()
                            .map(path -> server.url(path).toString())
                            .collect(Collectors.joining("\n")));

            assertThat(server.broken()).isGreaterThan(FILES);
            assertThat(files).allSatisfy((path, bytes) -> assertThat(target(server, path))
                    .hasBinaryContent(bytes));
        }
    }

    @Test
    void fetchesNoByteTwiceThoughEachConnectionBreaks() throws IOException {
        try (BreakingServer server = new BreakingServer(files, random, 100_000)) {
            Download download = Downloads.into(folder)
                    .byManifest(files.keySet().stream()
                            .map(path -> server.url(path).toString())
                            .collect(Collectors.joining("\n")));

            long total =
                    files.values().stream().mapToLong(bytes -> bytes.length).sum();
            assertThat(download.bytes()).isEqualTo(total);
        }
    }

    @Test
    void givesUpOnAServerThatBreaksEachConnectionAtOnce() throws IOException {
        try (BreakingServer server = new BreakingServer(files, random, 1)) {
            Download download = Downloads.into(folder)
                    .byManifest(server.url("/series/0.dcm").toString());

            assertThat(Downloads.only(download).outcome()).isEqualTo(DownloadedFile.Outcome.FAILED);
        }
    }

    @Test
    void goesOnWhereAnEarlierDownloadEnded() throws IOException {
        byte[] bytes = files.get("/series/1.dcm");
        try (BreakingServer server = new BreakingServer(files, random, bytes.length)) {
            Path part = folder.resolve(".incomplete/" + folder.relativize(target(server, "/series/1.dcm")) + ".part");
            Files.createDirectories(part.getParent());
            Files.write(part, java.util.Arrays.copyOf(bytes, 1000));
            Files.writeString(
                    Path.of(part + ".properties"), "size=" + bytes.length + "\netag=\"" + bytes.length + "\"\n");

            Download download = Downloads.into(folder)
                    .byManifest(server.url("/series/1.dcm").toString());

            assertThat(download.bytes()).isEqualTo(bytes.length - 1000);
            assertThat(target(server, "/series/1.dcm")).hasBinaryContent(bytes);
        }
    }

    private Path target(BreakingServer server, String path) {
        return folder.resolve("localhost_" + server.url("").getPort() + path);
    }
}

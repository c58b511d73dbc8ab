package io.lidc.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lidc.download.DownloadedFile.Outcome;
import io.lidc.download.http.HostPolicy;
import io.lidc.download.http.Request;
import io.lidc.download.http.WebClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileServerTest {
    private static final Duration BRIEF = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @Test
    void givesUpOnABodyBelowTheMinimumRate() throws IOException {
        try (HostileServer server =
                HostileServer.trickling("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\nETag: \"v\"\r\n\r\n", "x")) {
            DownloadedFile file = download(server);

            assertThat(file.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(file.reason()).contains("bytes a second");
        }
    }

    @Test
    void givesUpOnAResponseHeaderThatNeverEnds() throws IOException {
        try (HostileServer server = HostileServer.trickling("HTTP/1.1 200 OK\r\n", "A: b\r\n")) {
            DownloadedFile file = download(server);

            assertThat(file.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(file.reason()).contains("no response header within");
        }
    }

    @Test
    void refusesALongLineInTheResponseHeader() throws IOException {
        String header = "HTTP/1.1 200 OK\r\nA: " + "b".repeat(1 << 20) + "\r\nContent-Length: 1\r\n\r\nx";
        try (HostileServer server =
                new HostileServer((request, out) -> out.write(header.getBytes(StandardCharsets.US_ASCII)))) {
            DownloadedFile file = download(server);

            assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(file.reason()).contains("response header");
        }
    }

    @Test
    void refusesManyLinesInTheResponseHeader() throws IOException {
        String header = "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(100_000) + "Content-Length: 1\r\n\r\nx";
        try (HostileServer server =
                new HostileServer((request, out) -> out.write(header.getBytes(StandardCharsets.US_ASCII)))) {
            DownloadedFile file = download(server);

            assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(file.reason()).contains("response header");
        }
    }

    @Test
    void doesNotWaitForTheRestOfAFileThatIsTooLong() throws IOException {
        byte[] content = new byte[(1 << 24) + 1];
        try (HostileServer server = new HostileServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(content);
            out.flush();
            while (true) {
                out.write(1);
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            assertThat(download(server).outcome()).isEqualTo(Outcome.REFUSED);
        }
    }

    @Test
    void givesUpOnAFileThatBringsOneByteAConnection() throws IOException {
        Pattern range = Pattern.compile("(?s).*Range: bytes=(\\d+)-.*");
        try (HostileServer server = new HostileServer((request, out) -> {
            Matcher matcher = range.matcher(request);
            String head = matcher.matches()
                    ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + matcher.group(1) + "-99999/100000\r\n"
                    : "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n";
            LockSupport.parkNanos(20_000_000);
            out.write((head + "ETag: \"v\"\r\nConnection: close\r\n\r\nx").getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(download(server).outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void givesTheConnectionOfAResponseThatItLeavesBackToThePool() throws IOException {
        byte[] answer =
                ("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + "x".repeat(99)).getBytes(StandardCharsets.US_ASCII);
        HostPolicy policy = new HostPolicy("localhost", true);
        try (HostileServer server = new HostileServer((request, out) -> out.write(answer));
                WebClient client = new WebClient(policy, Downloads.BRIEF, 1, Duration.ofSeconds(5))) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> client.read(Request.get(URI.create(server.url())), 10))
                        .hasMessage("the response is longer than 10 bytes");
            }
        }
    }

    @Test
    void hasEndedEveryTransferWhenAnInterruptedDownloadReturns() throws Exception {
        try (HostileServer server =
                HostileServer.trickling("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x")) {
            String manifest =
                    IntStream.range(0, 50).mapToObj(i -> server.url() + i).collect(Collectors.joining("\n"));
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread download = new Thread(() -> failure.set(catchThrowable(
                    () -> Downloads.waiting(Duration.ofMinutes(1), folder).byManifest(manifest))));
            download.start();
            Awaitility.await().until(() -> server.open() == Downloads.PARALLEL);

            download.interrupt();
            download.join();

            assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
            Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> server.open() == 0);
        }
    }

    private DownloadedFile download(HostileServer server) throws IOException {
        return Downloads.only(Downloads.waiting(BRIEF, folder).byManifest(server.url()));
    }
}

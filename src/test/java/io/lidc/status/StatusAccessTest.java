package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.config.BearerToken;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses of a server without routes: 404 is what gets past. */
class StatusAccessTest {
    private static final String HOST = "127.0.0.1";
    private static final String TOKEN = "0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "/, 404",
        "/status.css, 404",
        "/observe/health/live, 404",
        "/observe/health/ready, 404",
        "/status.json, 401",
        "/observe/metrics, 401",
        "/observe/health/../metrics, 401",
        "/report/, 401",
        "/replay, 401",
        "/of-my-own, 401"
    })
    void figuresNeedATokenAndHealthNeedsNone(String path, int status) throws IOException {
        assertThat(statusOf(with(TOKEN, false), "GET " + path, "Host: localhost"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"Bearer 0123456789abcdef, 404", "Bearer 0123456789abcdeX, 401", "Basic 0123456789abcdef, 401"})
    void onlyTheRightTokenOpens(String authorization, int status) throws IOException {
        assertThat(statusOf(
                        with(TOKEN, false), "GET /status.json", "Host: localhost", "Authorization: " + authorization))
                .isEqualTo(status);
    }

    @Test
    void metricsAreOpenWhereTheSettingSaysSo() throws IOException {
        assertThat(statusOf(with(TOKEN, true), "GET /observe/metrics", "Host: localhost"))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 404",
        "localhost:8081, 404",
        "127.0.0.1:8081, 404",
        "[::1]:8081, 404",
        "rebound.example.org, 421",
        "127.0.0.1.example.org, 421"
    })
    void withoutATokenOnlyThisMachineIsServed(String host, int status) throws IOException {
        assertThat(statusOf(with("", false), "GET /status.json", "Host: " + host))
                .isEqualTo(status);
    }

    @Test
    void withoutATokenNothingCanBeChanged() throws IOException {
        assertThat(statusOf(with("", false), "POST /replay", "Host: localhost", "Content-Length: 0"))
                .isEqualTo(403);
    }

    @Test
    void noScriptOfAnotherSiteRunsInThePage() throws IOException {
        assertThat(response(with("", false), "GET /", "Host: localhost"))
                .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe-inline");
    }

    private static StatusAccess with(String token, boolean openMetrics) {
        return new StatusAccess(new BearerToken(token), HOST, openMetrics);
    }

    private static int statusOf(StatusAccess access, String... lines) throws IOException {
        return Integer.parseInt(response(access, lines).split(" ")[1]);
    }

    /** As bytes: clients of Java do not send any host that they are told. */
    private static String response(StatusAccess access, String... lines) throws IOException {
        try (StatusServer server = StatusServer.listen(HOST, StatusKeys.ANY_PORT, access);
                Socket socket = new Socket(HOST, server.port())) {
            String head = String.join("\r\n", lines).replaceFirst("\r\n", " HTTP/1.1\r\n");
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

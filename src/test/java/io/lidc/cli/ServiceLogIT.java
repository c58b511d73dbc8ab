package io.lidc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.stow.PushKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lidc run says, as it is shipped. */
class ServiceLogIT {
    @TempDir
    private Path folder;

    private Home home;
    private Process service;

    @BeforeEach
    void copy() throws IOException {
        home = Home.in(folder);
    }

    @AfterEach
    void endTheService() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void isThatThereIsNothingToRun() throws Exception {
        start(Map.of());

        assertThat(exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(log()).startsWith("lidc: there is nothing to run").hasLineCount(1);
    }

    @Test
    void isWhichRouteTakesFromWhere() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, sample());
        start(Map.of());

        awaitLog("Route folder takes from dicom-source:" + folder.resolve("sample"));
    }

    @Test
    void isTheAddressOnWhichObjectsMayBePushed() throws Exception {
        int port = freePort();
        home.set(PushKeys.ENABLED, "true").set(PushKeys.PORT, Integer.toString(port));
        start(Map.of());

        awaitLog("Route push takes from http://127.0.0.1:" + port + "/");
    }

    @Test
    void areTheTotalsOfEachRunWithDateAndTheWholeNameOfTheRoute() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, sample());
        start(Map.of());

        awaitLog("210 stored");
        assertThat(log())
                .containsPattern(
                        "(?m)^\\d{4}-\\d\\d-\\d\\d [0-9:]{8} INFO  run-totals Run \\S+ COMPLETED: 217 discovered");
    }

    @Test
    void isLessWhereLogLevelSaysSo() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, sample());
        home.edit(
                "routes/run-totals.camel.yaml",
                text -> text.replaceFirst(
                        "(?m)^      steps:",
                        "      steps:\n        - log:\n"
                                + "            loggingLevel: ERROR\n            message: the run has ended"));
        start(Map.of("LOG_LEVEL", "ERROR"));

        awaitLog("the run has ended");
        assertThat(log()).doesNotContain(" INFO ");
    }

    @Test
    void isTheRouteAndTheAddressWhosePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.set(PushKeys.ENABLED, "true").set(PushKeys.PORT, Integer.toString(taken.getLocalPort()));
            start(Map.of());

            assertThat(exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(log())
                    .contains("route push cannot listen on http://127.0.0.1:" + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void isWhereTheStatusPageIs() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, sample());
        start(Map.of());

        awaitLog("Status page at http://127.0.0.1:");
    }

    @Test
    void isTheSettingOfAStatusPageWhosePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            home.set(FolderKeys.ENABLED, "true").set(StatusKeys.PORT, Integer.toString(taken.getLocalPort()));
            start(Map.of());

            assertThat(exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(log())
                    .startsWith("lidc: the status page cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("status.port")
                    .hasLineCount(1);
        }
    }

    @Test
    void isNothingOfAStatusPageThatIsNotWanted() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(FolderKeys.PATH, sample()).set(StatusKeys.ENABLED, "false");
        start(Map.of());

        awaitLog("210 stored");
        assertThat(log()).doesNotContain("Status page");
    }

    @Test
    void isThatAStatusPageForOthersNeedsAToken() throws Exception {
        home.set(FolderKeys.ENABLED, "true").set(StatusKeys.HOST, "0.0.0.0");
        start(Map.of());

        assertThat(exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(log()).contains("status.host", "STATUS_TOKEN").hasLineCount(1);
    }

    private void start(Map<String, String> environment) throws IOException {
        service = Child.start(environment, home.folder(), folder.resolve("log"), "run", "--out", folder.resolve("out"));
    }

    private int exitCode() throws InterruptedException {
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return service.exitValue();
    }

    private void awaitLog(String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(log()).contains(text));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private String sample() throws IOException {
        return Home.sample(folder).toString();
    }
}

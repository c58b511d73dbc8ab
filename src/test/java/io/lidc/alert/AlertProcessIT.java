package io.lidc.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.testing.Child;
import io.lidc.testing.Receiver;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of processes that are killed, and of several. */
class AlertProcessIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private AlertHome home;
    private Receiver slack;
    private Receiver pagerDuty;

    @BeforeEach
    void makeTheHome() throws IOException {
        home = new AlertHome(folder);
        slack = Receiver.away();
        pagerDuty = Receiver.away();
        home.slack(slack.url()).pagerDuty(pagerDuty.url());
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        slack.close();
        pagerDuty.close();
    }

    @Test
    void isDeliveredOnceAndInOrderThoughReceiversWereAwayAndTheProcessWasKilled() throws Exception {
        home.add(1_000, 100);
        Process first = start();
        await().atMost(TIMEOUT)
                .until(() ->
                        rows("select * from alert_delivery where attempts > 0").size() == 2);
        first.destroyForcibly().waitFor();
        start();
        home.add(1_500, 0);
        await().atMost(TIMEOUT).until(() -> rows("select * from alert_delivery").size() == 4);
        slack.comeBack();
        pagerDuty.comeBack();
        await().atMost(TIMEOUT).until(() -> rows("select * from alert_delivery where delivered_at is null")
                .isEmpty());

        assertThat(pagerDuty.documents())
                .extracting(event -> event.at("/event_action").asText())
                .containsExactly("trigger", "resolve");
        assertThat(slack.documents())
                .extracting(message -> message.at("/blocks/0/text/text").asText())
                .containsExactly("Too many unreadable objects", "Resolved: Too many unreadable objects");
        assertThat(rows("select condition from alert")).containsExactly("FAILURE_RATE");
    }

    @Test
    void isOneWhereTwoProcessesOnOneDatabaseFindTheSame() throws Exception {
        home.set(AlertKeys.DISK_FREE_SHARE, "1");
        slack.comeBack();
        pagerDuty.comeBack();
        start();
        await().atMost(TIMEOUT).until(() -> !rows("select * from alert").isEmpty());
        start();
        await().atMost(TIMEOUT).until(() -> log(1).contains("Service started"));
        await().during(Duration.ofSeconds(5))
                .atMost(TIMEOUT)
                .until(() -> slack.bodies().size() <= 1);

        assertThat(rows("select condition from alert")).containsExactly("DEAD_LETTER_DISK");
        assertThat(pagerDuty.bodies()).hasSize(1);
    }

    private Process start() throws IOException {
        Process process =
                Child.start(home.home().folder(), folder.resolve("log" + processes.size()), "run", "--out", home.out());
        processes.add(process);
        return process;
    }

    private String log(int process) throws IOException {
        return Files.readString(folder.resolve("log" + process));
    }

    private List<String> rows(String query) throws SQLException {
        String url = "jdbc:sqlite:" + home.out().resolve("lidc.db") + "?busy_timeout=10000";
        boolean there = Files.exists(home.out().resolve("lidc.db"))
                && !Rows.of(url, "select name from sqlite_master where name = 'alert_delivery'")
                        .isEmpty();
        return there ? Rows.of(url, query) : List.of();
    }
}

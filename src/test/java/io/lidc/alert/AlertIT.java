package io.lidc.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.testing.LoggedErrors;
import io.lidc.testing.Receiver;
import io.lidc.testing.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a service, from what happens to who is told. */
class AlertIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private AlertHome home;
    private Receiver slack;
    private Receiver pagerDuty;

    @BeforeEach
    void startReceivers() throws IOException {
        home = new AlertHome(folder);
        slack = Receiver.start();
        pagerDuty = Receiver.start();
    }

    @AfterEach
    void stopReceivers() {
        slack.close();
        pagerDuty.close();
    }

    @Test
    void isOpenedOnceWithTheRightFiguresAndResolvedAfterACleanStretch() throws Exception {
        home.slack(slack.url()).pagerDuty(pagerDuty.url()).add(1_000, 100);
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT)
                    .until(() ->
                            pagerDuty.bodies().size() == 1 && slack.bodies().size() == 1);
            home.add(1_500, 0);
            await().atMost(TIMEOUT)
                    .until(() ->
                            pagerDuty.bodies().size() == 2 && slack.bodies().size() == 2);

            assertThat(service.rows("select condition, run_id is not null, resolved_at is not null from alert"))
                    .containsExactly("FAILURE_RATE|1|1");
        }
        JsonNode opened = pagerDuty.documents().get(0);
        JsonNode resolved = pagerDuty.documents().get(1);
        assertThat(List.of(
                        opened.at("/event_action").asText(),
                        resolved.at("/event_action").asText()))
                .containsExactly("trigger", "resolve");
        assertThat(opened.at("/dedup_key")).isEqualTo(resolved.at("/dedup_key"));
        assertThat(opened.at("/routing_key").asText()).isEqualTo("integration-key");
        assertThat(opened.at("/payload/summary").asText())
                .isEqualTo("Too many unreadable objects: 9.1 % of the last 1,100 objects cannot be read (100)");
        assertThat(opened.at("/payload/custom_details/codes").toString()).isEqualTo("{\"TRUNCATED\":100}");
        assertThat(slack.bodies().get(0)).contains("9.1 % of the last 1,100", "TRUNCATED 100", "What to do");
        assertThat(slack.bodies().get(1)).contains("Resolved: Too many unreadable objects");
    }

    @Test
    void isNoneWhereObjectsAreTooFew() throws Exception {
        home.slack(slack.url()).add(50, 49);
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).until(() -> !service.rows("select * from run where state = 'COMPLETED'")
                    .isEmpty());
            await().during(Duration.ofSeconds(2)).atMost(TIMEOUT).until(() -> service.rows("select * from alert")
                    .isEmpty());
        }
    }

    @Test
    void tellsOfASourceThatIsGoneAndThatItIsThereAgain() throws Exception {
        Files.delete(home.data());
        home.slack(slack.url());
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).until(() -> slack.bodies().size() == 1);
            Files.createDirectory(home.data());
            await().atMost(TIMEOUT).until(() -> slack.bodies().size() == 2);

            assertThat(service.rows("select condition, severity from alert"))
                    .containsExactly("SOURCE_UNAVAILABLE|error");
        }
        assertThat(slack.bodies().get(0)).contains("it could not be read: GONE");
    }

    @Test
    void tellsOfARunThatFailed() throws Exception {
        home.slack(slack.url()).add(1, 0);
        home.home().edit("routes/chunk.camel.yaml", text -> text + """
                        - throwException:
                            exceptionType: java.io.IOException
                            message: no room
                """);
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                            service.rows("select condition from alert where run_id is not null"))
                    .contains("RUN_FAILED"));
        }
    }

    @Test
    void tellsOfADiskThatIsNearlyFull() throws Exception {
        home.slack(slack.url()).set(AlertKeys.DISK_FREE_SHARE, "1");
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).until(() -> slack.bodies().size() == 1);

            assertThat(service.rows("select condition from alert")).containsExactly("DEAD_LETTER_DISK");
        }
    }

    @Test
    void isDeliveredOnceWhenAReceiverThatFailedWorksAgain() throws Exception {
        slack.answers(500, "later", null);
        home.slack(slack.url()).set(AlertKeys.DISK_FREE_SHARE, "1");
        try (Service service = Service.start(home.home(), home.out());
                LoggedErrors errors = new LoggedErrors()) {
            await().atMost(TIMEOUT).until(() -> slack.bodies().size() >= 3);
            slack.answers(200, "ok", null);
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                            service.rows("select attempts > 2, delivered_at is not null from alert_delivery"))
                    .containsExactly("1|1"));
            int sent = slack.bodies().size();

            await().during(Duration.ofSeconds(2))
                    .atMost(TIMEOUT)
                    .until(() -> slack.bodies().size() == sent);
            assertThat(errors.messages())
                    .containsExactly("Channel slack of alerts fails, and is tried again: HTTP status 500");
        }
    }

    @Test
    void reachesOthersWhileAReceiverHangs() throws Exception {
        try (ServerSocket hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            home.slack("http://127.0.0.1:" + hanging.getLocalPort() + "/")
                    .pagerDuty(pagerDuty.url())
                    .set(AlertKeys.DISK_FREE_SHARE, "1");
            try (Service service = Service.start(home.home(), home.out())) {
                await().atMost(TIMEOUT).until(() -> pagerDuty.bodies().size() == 1);
                home.add(10, 0);

                await().atMost(TIMEOUT)
                        .until(() -> service.rows("select * from instance").size() == 10);
                await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                                service.rows("select failure from alert_delivery where channel = 'slack'"))
                        .containsExactly("no answer in time"));
            }
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        slack.answers(302, "", pagerDuty.url());
        home.slack(slack.url()).set(AlertKeys.DISK_FREE_SHARE, "1");
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(service.rows("select failure from alert_delivery"))
                    .containsExactly("HTTP status 302: a redirect, which is not followed"));
            assertThat(pagerDuty.bodies()).isEmpty();
        }
    }

    @Test
    void isGivenUpWhereTheReceiverRefusesItAgainAndAgain() throws Exception {
        slack.answers(404, "no_team", null);
        home.slack(slack.url()).set(AlertKeys.DISK_FREE_SHARE, "1");
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                            service.rows("select attempts, given_up_at is not null from alert_delivery"))
                    .containsExactly("5|1"));
        }
    }

    @Test
    void tellsAServerOfOnesOwnTheWholeEvent() throws Exception {
        home.webhook(slack.url()).secret(ChannelKeys.WEBHOOK_TOKEN, "a-token").set(AlertKeys.DISK_FREE_SHARE, "1");
        try (Service service = Service.start(home.home(), home.out())) {
            await().atMost(TIMEOUT).until(() -> slack.bodies().size() == 1);
            assertThat(service.rows("select channel from alert_delivery")).containsExactly("webhook");
        }
        assertThat(slack.documents().get(0).at("/event").asText()).isEqualTo("opened");
        assertThat(slack.documents().get(0).at("/condition").asText()).isEqualTo("DEAD_LETTER_DISK");
    }
}

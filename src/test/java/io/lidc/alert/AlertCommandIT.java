package io.lidc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.cli.ExitCode;
import io.lidc.testing.Home;
import io.lidc.testing.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lidc alert test}. */
class AlertCommandIT {
    @TempDir
    private Path folder;

    private AlertHome home;

    @BeforeEach
    void makeTheHome() throws IOException {
        home = new AlertHome(folder);
    }

    @Test
    void showsWhatCameBackFromEachChannel() throws IOException {
        try (Receiver slack = Receiver.start();
                Receiver pagerDuty = Receiver.start().answers(202, "{\"status\":\"success\"}", null)) {
            home.slack(slack.url()).pagerDuty(pagerDuty.url());
            Home.Result result = test();

            assertThat(result.out())
                    .isEqualTo("slack      HTTP status 200: ok\n"
                            + "pagerduty  HTTP status 202: {\"status\":\"success\"}; resolved: HTTP status 202:"
                            + " {\"status\":\"success\"}\n");
            assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
            assertThat(slack.bodies()).singleElement().asString().contains("Test: ");
        }
    }

    @Test
    void failsWhereOneChannelFailsAndTriesTheOthers() throws IOException {
        try (Receiver slack = Receiver.start().answers(403, "invalid_token", null);
                Receiver webhook = Receiver.start()) {
            home.slack(slack.url()).webhook(webhook.url());
            Home.Result result = test();

            assertThat(result.out()).contains("slack      failed: HTTP status 403", "webhook    HTTP status 200");
            assertThat(result.out() + result.err()).doesNotContain("secret-part");
            assertThat(result.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
        }
    }

    @Test
    void saysThatACertificateIsNotAccepted() throws IOException {
        WireMockServer server = new WireMockServer(WireMockConfiguration.wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .bindAddress("localhost"));
        server.start();
        try {
            home.webhook("https://localhost:" + server.httpsPort() + "/");

            assertThat(test().out()).contains("webhook    failed: its certificate or its TLS is not accepted");
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsMail() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mailTo(server);
            Home.Result result = test();

            assertThat(result.out()).isEqualTo("mail       taken\n");
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("[lidc] Test: ");
            assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]))
                    .contains("somebody asked whether alerts arrive", "What to do");
        } finally {
            server.stop();
        }
    }

    @Test
    void signsInToAMailServer() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("lidc@example.org", "lidc", "right-password");
        server.start();
        try {
            mailTo(server);
            home.set(ChannelKeys.MAIL_USER, "lidc");
            home.secret(ChannelKeys.MAIL_PASSWORD, "right-password");
            assertThat(test().exitCode()).isEqualTo(ExitCode.OK);

            home.secret(ChannelKeys.MAIL_PASSWORD, "wrong-password");
            assertThat(test().out()).contains("mail       failed: ").doesNotContain("wrong-password");
        } finally {
            server.stop();
        }
    }

    @Test
    void saysThatNoChannelIsEnabled() {
        Home.Result result = test();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("lidc: no channel is enabled");
    }

    @Test
    void refusesAChannelWithoutItsSecret() throws IOException {
        home.set(ChannelKeys.SLACK_ENABLED, "true");

        assertThat(test().err())
                .contains("alert.slack.enabled needs a secret in the environment variable ALERT_SLACK_URL");
    }

    @Test
    void refusesAThresholdThatIsNoNumber() throws IOException {
        home.set(AlertKeys.FAILURE_SHARE, "much");

        assertThat(test().err()).contains("alert.failure-share is 'much'", "it must be a number from 0 to 1");
    }

    private void mailTo(GreenMail server) throws IOException {
        home.set(ChannelKeys.MAIL_ENABLED, "true")
                .set(ChannelKeys.MAIL_HOST, "127.0.0.1")
                .set(ChannelKeys.MAIL_PORT, Integer.toString(server.getSmtp().getPort()))
                .set(ChannelKeys.MAIL_TO, "on-call@example.org,second@example.org");
    }

    private Home.Result test() {
        return home.home().run("alert", "test", "--out", home.out());
    }
}

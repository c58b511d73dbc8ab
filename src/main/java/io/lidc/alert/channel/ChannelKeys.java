package io.lidc.alert.channel;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/** Settings of those who are told of alerts. */
public final class ChannelKeys {
    /** How a connection to the mail server is protected. */
    public enum Encryption {
        /** Not at all. */
        NONE,
        /** TLS on the same connection, from the start of the conversation on (RFC 3207); a server without it is refused. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    public static final Key<Duration> TIMEOUT = Key.seconds(
            "alert.timeout-seconds",
            10,
            1,
            300,
            "Seconds to wait for a receiver, for the connection and for its answer.");
    public static final Key<Boolean> SLACK_ENABLED =
            Key.flag("alert.slack.enabled", false, "Whether Slack is told of alerts (route alert-slack).");
    public static final SecretKey SLACK_URL =
            SecretKey.of("ALERT_SLACK_URL", "alert.slack.url-file", "The URL of an incoming webhook of Slack.");
    public static final Key<Boolean> PAGERDUTY_ENABLED =
            Key.flag("alert.pagerduty.enabled", false, "Whether PagerDuty is told of alerts (route alert-pagerduty).");
    public static final Key<URI> PAGERDUTY_URL = Key.url(
            "alert.pagerduty.url",
            "https://events.pagerduty.com/v2/enqueue",
            "Where the Events API v2 takes events; https://events.eu.pagerduty.com/v2/enqueue in the service region EU.");
    public static final SecretKey PAGERDUTY_KEY = SecretKey.of(
            "ALERT_PAGERDUTY_KEY",
            "alert.pagerduty.key-file",
            "The integration key of a service (Events API v2), which events carry as routing_key.");
    public static final Key<Boolean> WEBHOOK_ENABLED = Key.flag(
            "alert.webhook.enabled",
            false,
            "Whether a web server of your own is told of alerts (route alert-webhook).");
    public static final SecretKey WEBHOOK_URL = SecretKey.of(
            "ALERT_WEBHOOK_URL", "alert.webhook.url-file", "The URL that gets each event as JSON, by POST.");
    public static final SecretKey WEBHOOK_TOKEN = SecretKey.of(
            "ALERT_WEBHOOK_TOKEN",
            "alert.webhook.token-file",
            "A token that goes with it, as Authorization: Bearer; without one, no such header is sent.");
    public static final Key<Boolean> MAIL_ENABLED =
            Key.flag("alert.mail.enabled", false, "Whether alerts are sent as e-mail (route alert-mail).");
    public static final Key<String> MAIL_HOST = Key.text(
            "alert.mail.host",
            "localhost",
            "the name of a host",
            host -> host.matches("[^\\s:/]+"),
            "The mail server (SMTP).");
    public static final Key<Integer> MAIL_PORT = Key.wholeNumber("alert.mail.port", 25, 1, 65_535, "Its port.");
    public static final Key<Encryption> MAIL_ENCRYPTION = Key.choice(
            "alert.mail.encryption",
            Encryption.NONE,
            "How the connection is protected. starttls refuses a server that does not offer it; tls is mostly port 465.");
    public static final Key<String> MAIL_USER =
            Key.text("alert.mail.user", "", "a name, or nothing", user -> true, "Who signs in; nothing for nobody.");
    public static final SecretKey MAIL_PASSWORD =
            SecretKey.of("ALERT_MAIL_PASSWORD", "alert.mail.password-file", "The password of alert.mail.user.");
    public static final Key<String> MAIL_FROM = Key.text(
            "alert.mail.from", "lidc@localhost", "an address", ChannelKeys::isAddress, "The sender's address.");
    public static final Key<String> MAIL_TO = Key.text(
            "alert.mail.to",
            "",
            "addresses separated by commas, or nothing",
            text -> text.isEmpty() || Arrays.stream(text.split(",")).allMatch(ChannelKeys::isAddress),
            "Who gets the mail: addresses separated by commas.");

    public static final KeyGroup GROUP = KeyGroup.of(
                    "Alert channels",
                    TIMEOUT,
                    SLACK_ENABLED,
                    SLACK_URL,
                    PAGERDUTY_ENABLED,
                    PAGERDUTY_URL,
                    PAGERDUTY_KEY,
                    WEBHOOK_ENABLED,
                    WEBHOOK_URL,
                    WEBHOOK_TOKEN,
                    MAIL_ENABLED,
                    MAIL_HOST,
                    MAIL_PORT,
                    MAIL_ENCRYPTION,
                    MAIL_USER,
                    MAIL_PASSWORD,
                    MAIL_FROM,
                    MAIL_TO)
            .withComment("lidc alert test tells each enabled channel something, and shows what comes back.");

    private ChannelKeys() {}

    private static boolean isAddress(String text) {
        return text.strip().matches("[^\\s@,]+@[^\\s@,]+");
    }
}

package io.lidc.alert.channel;

import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;

/** What routes of channels must know and nobody may read in a route file or a log. */
public final class ChannelSecrets {
    private final Settings settings;

    /** @throws UsageException when an enabled channel lacks what it cannot do without */
    public ChannelSecrets(Settings settings) throws UsageException {
        this.settings = settings;
        require(ChannelKeys.SLACK_ENABLED.name(), settings.get(ChannelKeys.SLACK_ENABLED), ChannelKeys.SLACK_URL);
        require(
                ChannelKeys.PAGERDUTY_ENABLED.name(),
                settings.get(ChannelKeys.PAGERDUTY_ENABLED),
                ChannelKeys.PAGERDUTY_KEY);
        require(ChannelKeys.WEBHOOK_ENABLED.name(), settings.get(ChannelKeys.WEBHOOK_ENABLED), ChannelKeys.WEBHOOK_URL);
        requireUrl(ChannelKeys.SLACK_URL);
        requireUrl(ChannelKeys.WEBHOOK_URL);
        if (settings.get(ChannelKeys.MAIL_ENABLED)
                && settings.get(ChannelKeys.MAIL_TO).isEmpty()) {
            throw new UsageException(
                    "the setting " + ChannelKeys.MAIL_ENABLED + " needs an address in " + ChannelKeys.MAIL_TO);
        }
    }

    private void require(String flag, boolean enabled, SecretKey secret) throws UsageException {
        if (enabled && settings.secret(secret).isEmpty()) {
            throw new UsageException("the setting " + flag + " needs a secret " + secret.places());
        }
    }

    private void requireUrl(SecretKey secret) throws UsageException {
        String url = settings.secret(secret);
        if (!url.isEmpty() && !url.matches("https?://[^/\\s]+\\S*")) {
            throw new UsageException("what is " + secret.places() + " must be an http(s) URL");
        }
    }

    /** Where Slack takes messages. */
    public String slackUrl() {
        return settings.secret(ChannelKeys.SLACK_URL);
    }

    /** Where the generic webhook takes events. */
    public String webhookUrl() {
        return settings.secret(ChannelKeys.WEBHOOK_URL);
    }

    /** The header that goes with them; null for none. */
    public String webhookAuthorization() {
        String token = settings.secret(ChannelKeys.WEBHOOK_TOKEN);
        return token.isEmpty() ? null : "Bearer " + token;
    }

    /** Names the service in PagerDuty. */
    String pagerDutyKey() {
        return settings.secret(ChannelKeys.PAGERDUTY_KEY);
    }
}

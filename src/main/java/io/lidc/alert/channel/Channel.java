package io.lidc.alert.channel;

import io.lidc.config.Key;
import io.lidc.config.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who is told of alerts: a route each, {@code alert-slack} and so on. */
public enum Channel {
    SLACK(ChannelKeys.SLACK_ENABLED),
    PAGERDUTY(ChannelKeys.PAGERDUTY_ENABLED),
    WEBHOOK(ChannelKeys.WEBHOOK_ENABLED),
    MAIL(ChannelKeys.MAIL_ENABLED);

    private final Key<Boolean> enabled;

    Channel(Key<Boolean> enabled) {
        this.enabled = enabled;
    }

    /** As tables, routes and messages have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The endpoint of its route, which takes an {@link io.lidc.alert.AlertEvent}. */
    public String endpoint() {
        return "direct:alert-" + word();
    }

    /** Those that the settings enable. */
    public static List<Channel> enabled(Settings settings) {
        return Arrays.stream(values())
                .filter(channel -> settings.get(channel.enabled))
                .toList();
    }
}

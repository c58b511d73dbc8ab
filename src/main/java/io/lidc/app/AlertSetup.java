package io.lidc.app;

import io.lidc.alert.AlertBook;
import io.lidc.alert.AlertKeys;
import io.lidc.alert.AlertPost;
import io.lidc.alert.AlertWatch;
import io.lidc.alert.LocalAlerts;
import io.lidc.alert.channel.Channel;
import io.lidc.alert.channel.ChannelKeys;
import io.lidc.alert.channel.ChannelKeys.Encryption;
import io.lidc.alert.channel.ChannelSecrets;
import io.lidc.alert.channel.MailMessage;
import io.lidc.alert.channel.PagerDutyEvent;
import io.lidc.alert.channel.SlackMessage;
import io.lidc.alert.channel.WebhookMessage;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.alert.AlertOutbox;
import io.lidc.store.alert.AlertTable;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.DatabaseUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** From the settings to what opens alerts and tells of them. */
final class AlertSetup {
    /** Three times as long as the slowest attempt. */
    private static final int LEASE = 3;

    /** Longer than an owner of an alert is without a sign of life. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final List<String> channels;

    AlertSetup(Settings settings) {
        this.settings = settings;
        this.channels = Channel.enabled(settings).stream().map(Channel::word).toList();
    }

    /** Puts the beans of the channels into place. */
    void bindChannels(Main main) throws UsageException {
        ChannelSecrets secrets = new ChannelSecrets(settings);
        main.bind("alertSecrets", secrets);
        main.bind("slackMessage", new SlackMessage());
        main.bind("pagerDutyEvent", new PagerDutyEvent(secrets));
        main.bind("webhookMessage", new WebhookMessage());
        main.bind("mailMessage", new MailMessage());
    }

    /** Puts the beans of what watches into place, and those of the channels. */
    void bind(Main main, DataSource dataSource) throws UsageException {
        bindChannels(main);
        LocalAlerts local = new LocalAlerts();
        AlertBook book = new AlertBook(
                new AlertTable(dataSource, SILENCE),
                local,
                channels,
                settings.get(AlertKeys.LINK).map(URI::toString).orElse(null));
        String database = DatabaseUrl.redacted(settings.get(DatabaseKeys.URL)).replaceFirst("\\?.*", "");
        main.bind("alertWatch", new AlertWatch(settings, book, database, settings.get(DeadLetterKeys.DIRECTORY)));
        Duration lease = settings.get(ChannelKeys.TIMEOUT).multipliedBy(LEASE);
        main.bind("alertPost", new AlertPost(new AlertOutbox(dataSource), local, channels, lease));
    }

    /** What the routes of the channels need beyond the settings. */
    void configure(Properties properties) {
        long timeout = settings.get(ChannelKeys.TIMEOUT).toMillis();
        Encryption encryption = settings.get(ChannelKeys.MAIL_ENCRYPTION);
        properties.setProperty("alert.timeout-ms", Long.toString(timeout));
        properties.setProperty("alert.mail.scheme", encryption == Encryption.TLS ? "smtps" : "smtp");
        properties.setProperty("alert.mail.starttls", Boolean.toString(encryption == Encryption.STARTTLS));
        properties.setProperty("alert.mail.password", settings.secret(ChannelKeys.MAIL_PASSWORD));
    }
}

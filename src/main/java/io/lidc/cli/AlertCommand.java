package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.alert.AlertEvent;
import io.lidc.alert.channel.Channel;
import io.lidc.app.AlertChannels;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.DeliveryException;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lidc alert}: alerts and who is told of them. */
@Command(
        name = "alert",
        description = "Alerts, and the channels that are told of them.",
        mixinStandardHelpOptions = true,
        subcommands = AlertCommand.TestCommand.class)
final class AlertCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    /** {@code lidc alert test}: whether messages arrive. */
    @Command(
            name = "test",
            description =
                    "Sends a test through each enabled channel and shows what came back. The exit code is 1 where one"
                            + " failed.",
            mixinStandardHelpOptions = true)
    static final class TestCommand implements Callable<Integer> {
        @Mixin
        private DatabaseOptions database;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Settings settings = database.settings();
            List<Channel> channels = Channel.enabled(settings);
            if (channels.isEmpty()) {
                throw new UsageException("no channel is enabled: set alert.slack.enabled, alert.pagerduty.enabled,"
                        + " alert.webhook.enabled or alert.mail.enabled to true");
            }
            Terminal terminal = new Terminal(spec.commandLine());
            int failed = 0;
            try (HikariDataSource dataSource = ConfiguredDatabase.unopened(settings);
                    AlertChannels routes = AlertChannels.start(settings, dataSource)) {
                for (Channel channel : channels) {
                    failed += test(routes, channel, terminal) ? 0 : 1;
                }
            }
            return failed == 0 ? ExitCode.OK : ExitCode.INTERNAL_ERROR;
        }

        /** An incident that the test opens in PagerDuty is resolved at once. */
        private static boolean test(AlertChannels routes, Channel channel, Terminal terminal) throws Exception {
            AlertEvent event = AlertEvent.test();
            try {
                String answer = routes.tell(channel, event);
                if (channel == Channel.PAGERDUTY) {
                    answer += "; resolved: " + routes.tell(channel, event.atItsEnd());
                }
                terminal.print(String.format(Locale.ROOT, "%-10s %s", channel.word(), answer));
                return true;
            } catch (DeliveryException e) {
                terminal.print(String.format(Locale.ROOT, "%-10s failed: %s", channel.word(), e.getMessage()));
                return false;
            }
        }
    }
}

package io.lidc.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.config.Settings;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.TestServer;
import io.lidc.testing.Receiver;
import io.lidc.testing.Rows;
import io.lidc.testing.TcpProxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away while the service runs, and comes back. */
class DatabaseAwayIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void isToldWhileItIsAwayAndThatItIsBackAndLeavesOneAlertInTheTable() throws Exception {
        String url = TestServer.createDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        AlertHome home = new AlertHome(folder);
        try (Receiver pagerDuty = Receiver.start();
                TcpProxy proxy = new TcpProxy(port)) {
            home.pagerDuty(pagerDuty.url())
                    .set(DeadLetterKeys.DIRECTORY, folder.resolve("letters").toString());
            String proxied = url.replace(":" + port + "/", ":" + proxy.port() + "/");
            Settings settings = Configuration.load(home.home().folder(), Map.of(), Map.of(DatabaseKeys.URL, proxied));
            try (HikariDataSource dataSource = ConfiguredDatabase.open(settings);
                    Pipeline pipeline = ServedPipeline.start(settings, dataSource)) {
                proxy.cut();
                await().atMost(TIMEOUT).until(() -> pagerDuty.bodies().size() == 1);
                proxy.join();
                await().atMost(TIMEOUT).until(() -> pagerDuty.bodies().size() == 2);

                assertThat(pipeline).isNotNull();
                assertThat(pagerDuty.documents().get(0).at("/dedup_key"))
                        .isEqualTo(pagerDuty.documents().get(1).at("/dedup_key"));
                assertThat(pagerDuty.documents())
                        .extracting(event -> event.at("/event_action").asText() + " "
                                + event.at("/payload/severity").asText())
                        .containsExactly("trigger critical", "resolve critical");
            }
            assertThat(Rows.of(url, "select condition, resolved_at is not null from alert"))
                    .containsExactly("DATABASE_UNAVAILABLE|true");
            assertThat(Rows.of(url, "select count(*) from alert_delivery where delivered_at is not null"))
                    .containsExactly("2");
        }
    }
}

package io.lidc.app;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.health.DeadLetterRoomHealthCheck;
import io.lidc.health.HealthChecks;
import io.lidc.health.HealthResponses;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.metrics.Metrics;
import io.lidc.report.ReportKeys;
import io.lidc.status.Activity;
import io.lidc.status.StatusAccess;
import io.lidc.status.StatusComponent;
import io.lidc.status.StatusKeys;
import io.lidc.status.StatusReport;
import io.lidc.status.StatusResponses;
import io.lidc.status.StatusServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** From the settings to what shows how the service does: status page, health, metrics. */
final class StatusSetup implements AutoCloseable {
    private static final String VERSION = Optional.ofNullable(
                    StatusSetup.class.getPackage().getImplementationVersion())
            .orElse("development");

    private final Settings settings;
    private final StatusServer server;
    private final Metrics metrics;

    private StatusSetup(Settings settings, Metrics metrics, StatusServer server) {
        this.settings = settings;
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Listens at the port of the settings; empty where they want none of it.
     *
     * @throws UsageException when the port is taken or the token is wrong
     */
    static Optional<StatusSetup> listen(Settings settings) throws UsageException {
        if (!settings.get(StatusKeys.ENABLED)) {
            return Optional.empty();
        }
        String host = settings.get(StatusKeys.HOST);
        StatusAccess access = new StatusAccess(
                ServerToken.of(settings, StatusKeys.TOKEN, StatusKeys.HOST, "the status page"),
                host,
                settings.get(StatusKeys.OPEN_METRICS));
        Metrics metrics = new Metrics(VERSION);
        try {
            StatusServer server = StatusServer.listen(host, settings.get(StatusKeys.PORT), access);
            return Optional.of(new StatusSetup(settings, metrics, server));
        } catch (BindException e) {
            metrics.close();
            throw new UsageException(
                    "the status page cannot listen on " + address(host, settings.get(StatusKeys.PORT)) + ": "
                            + e.getMessage() + "; " + StatusKeys.PORT + " sets another port",
                    e);
        }
    }

    /** What the routes need beyond the settings. */
    static void configure(Optional<StatusSetup> status, Properties properties) {
        properties.setProperty(
                "status.address", status.map(StatusSetup::address).orElse(""));
        properties.setProperty(
                "push.handlers", status.isPresent() ? "admissionHandler,pushRequests" : "admissionHandler");
    }

    /** Host and port as they stand in a URL. */
    String address() {
        return address(settings.get(StatusKeys.HOST), server.port());
    }

    private static String address(String host, int port) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return name + ":" + (port == StatusKeys.ANY_PORT ? "any port" : port);
    }

    /** What others measure into. */
    MeterRegistry registry() {
        return metrics.registry();
    }

    /** Puts the beans of the routes into place. */
    void bind(Main main, Wiring wiring, DataSource dataSource) {
        metrics.downloads(wiring.downloader());
        watch(dataSource);
        HealthChecks health = new HealthChecks();
        Activity activity = new Activity();
        metrics.beans().forEach(main::bind);
        main.bind("status", new StatusComponent(server));
        main.bind("health", new HealthResponses(health));
        main.bind(
                "deadLetterRoom",
                new DeadLetterRoomHealthCheck(
                        settings.get(DeadLetterKeys.DIRECTORY), settings.get(StatusKeys.MIN_FREE_BYTES)));
        StatusReport report = new StatusReport(settings.get(ReportKeys.DIRECTORY));
        main.bind("activity", activity);
        main.bind("statusReport", report);
        main.bind(
                "statusResponses",
                new StatusResponses(VERSION, dataSource, activity, health, metrics.polls(), metrics.waiting(), report));
    }

    /** A pool takes one registry in its life. */
    private void watch(DataSource dataSource) {
        try {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
                if (pool.getMetricRegistry() == null) {
                    pool.setMetricRegistry(metrics.registry());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("unwrapping asks no database", e);
        }
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}

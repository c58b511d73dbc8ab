package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.DatabaseUrl;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline as a service: the core routes, and those in {@code routes/service} that the configuration enables. */
public final class ServedPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private ServedPipeline() {}

    /** Starts the service. */
    public static Pipeline start(Settings settings, DataSource dataSource) throws UsageException {
        return start(settings, dataSource, () -> {});
    }

    /** @param workStarts called before the first route may take something in */
    public static Pipeline start(Settings settings, DataSource dataSource, Runnable workStarts) throws UsageException {
        PrivacyCheck.check(settings, dataSource);
        Optional<StatusSetup> status = StatusSetup.listen(settings);
        try {
            Pipeline pipeline =
                    assemble(settings, dataSource, status, workStarts).start();
            announce(pipeline, settings, status);
            return pipeline;
        } catch (UsageException | RuntimeException | Error e) {
            status.ifPresent(StatusSetup::close);
            throw e;
        }
    }

    private static Pipeline assemble(
            Settings settings, DataSource dataSource, Optional<StatusSetup> status, Runnable workStarts)
            throws UsageException {
        Properties properties = settings.toProperties();
        String polled = "file:" + settings.home() + "/routes/service/*.camel.yaml";
        properties.setProperty(Pipeline.ROUTES, Pipeline.coreRoutes(settings) + "," + polled);
        PushSetup push = new PushSetup(settings);
        push.configure(properties);
        StatusSetup.configure(status, properties);
        KafkaSetup kafka = new KafkaSetup(settings);
        kafka.configure(properties);
        AlertSetup alerts = new AlertSetup(settings);
        alerts.configure(properties);
        Pipeline pipeline = new Pipeline(settings, properties, dataSource, status);
        push.bind(pipeline.main(), pipeline.wiring());
        status.ifPresent(shown -> shown.bind(pipeline.main(), pipeline.wiring(), dataSource));
        kafka.bind(pipeline.main(), status.map(StatusSetup::registry).orElse(null));
        LeaseSetup.bind(pipeline.main(), settings, status.map(StatusSetup::registry));
        alerts.bind(pipeline.main(), dataSource);
        pipeline.main().addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport main) {
                workStarts.run();
            }
        });
        return pipeline;
    }

    private static void announce(Pipeline pipeline, Settings settings, Optional<StatusSetup> status)
            throws UsageException {
        try {
            pipeline.served().require();
        } catch (UsageException e) {
            pipeline.close();
            throw e;
        }
        LOG.info("Service started with the database {}", DatabaseUrl.redacted(settings.get(DatabaseKeys.URL)));
        pipeline.served().log();
        status.ifPresent(shown -> LOG.info("Status page at http://{}/", shown.address()));
    }
}

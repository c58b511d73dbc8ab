package io.lidc.app;

import io.lidc.config.Key;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.download.DownloadKeys;
import io.lidc.ingest.EarlierChunkFailedException;
import io.lidc.ingest.IngestRun;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.source.FolderKeys;
import io.lidc.source.InboxKeys;
import io.lidc.source.s3.S3Keys;
import io.lidc.source.s3.SqsKeys;
import io.lidc.stow.PushKeys;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;

/** The routes and beans of a configuration, running. */
public final class Pipeline implements AutoCloseable {
    private static final List<Key<Boolean>> SERVICES = List.of(
            FolderKeys.ENABLED,
            InboxKeys.ENABLED,
            S3Keys.ENABLED,
            SqsKeys.ENABLED,
            DownloadKeys.ENABLED,
            PushKeys.ENABLED);

    private final Main main;

    private Pipeline(Main main) {
        this.main = main;
    }

    /** Starts what one command needs: no source that goes on by itself. */
    public static Pipeline start(Settings settings, DataSource dataSource) throws UsageException {
        Properties properties = settings.toProperties();
        SERVICES.forEach(service -> properties.setProperty(service.name(), "false"));
        return start(configure(settings, properties, dataSource));
    }

    /** Starts all enabled routes. */
    public static Pipeline serve(Settings settings, DataSource dataSource) throws UsageException {
        return start(configure(settings, settings.toProperties(), dataSource));
    }

    private static Pipeline start(Main main) throws UsageException {
        Pipeline pipeline = new Pipeline(main);
        try {
            main.start();
            DirectRoutes.check(main.getCamelContext());
            return pipeline;
        } catch (UsageException e) {
            pipeline.close();
            throw e;
        } catch (Exception e) {
            String reason = StartFailure.describe(e, main.getCamelContext());
            pipeline.close();
            throw new UsageException("the routes do not start: " + reason, e);
        }
    }

    /** Works through a run. */
    public void ingest(IngestRun run) throws Exception {
        try {
            main.getCamelTemplate().requestBody("direct:ingest", run);
        } catch (CamelExecutionException e) {
            throw reason(e);
        }
    }

    /** What a step threw, out of Camel's wrappings, and the first of several chunks' reasons. */
    private static Exception reason(Exception thrown) {
        if (thrown instanceof EarlierChunkFailedException later) {
            return later.reason().map(Pipeline::reason).orElse(later);
        }
        boolean wrapping = thrown instanceof CamelExecutionException || thrown instanceof CamelExchangeException;
        return wrapping && thrown.getCause() instanceof Exception cause ? reason(cause) : thrown;
    }

    /** Returns when the process is told to stop. */
    public void awaitStop() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            close();
                        },
                        "stop"));
        stop.await();
    }

    @Override
    public void close() {
        main.stop();
    }

    private static Main configure(Settings settings, Properties properties, DataSource dataSource)
            throws UsageException {
        PushSetup.configure(properties, settings);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("file:" + settings.home().resolve("config/application.properties"));
        main.setOverrideProperties(properties);
        main.bind("dataSource", dataSource);
        main.bind("patientPrivacy", PrivacyKeys.patientPrivacy(settings));
        ConfiguredSources sources = new ConfiguredSources(settings);
        main.bind("sourceFactory", sources);
        main.addMainListener(new LazyS3Client(sources.aws()));
        main.bind("downloader", DownloadSetup.downloader(settings));
        if (PushSetup.isEnabled(properties)) {
            PushSetup.bind(main, settings, sources.archives(), dataSource);
        }
        return main;
    }
}

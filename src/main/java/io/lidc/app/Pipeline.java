package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.Chunk;
import io.lidc.ingest.ChunkAcknowledgement;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.Pass;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.model.Location;
import io.lidc.model.RunSummary;
import io.lidc.source.Presence;
import io.lidc.source.Source;
import io.lidc.source.archive.StoredLocations;
import io.lidc.store.MetadataStore;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;

/** The routes and beans of a configuration, running. */
public final class Pipeline implements AutoCloseable {
    private static final String INBOX = "inbox:";
    private static final String ROUTES = "lidc.routes";

    private final Main main = new Main();
    private final Settings settings;
    private final Wiring wiring;

    private Pipeline(Settings settings, Properties properties, DataSource dataSource) throws UsageException {
        this.settings = settings;
        wiring = new Wiring(settings);
        main.setDefaultPropertyPlaceholderLocation("file:" + settings.home().resolve("config/application.properties"));
        main.setOverrideProperties(properties);
        main.bind("dataSource", dataSource);
        Deidentification deidentification = PrivacyKeys.deidentification(settings);
        main.bind("metadataStore", new MetadataStore(dataSource, Pipeline::mayExist, deidentification.state()));
        main.bind("deidentification", deidentification);
        main.addMainListener(wiring);
    }

    /** Starts what one command needs: the core routes, and no source that goes on by itself. */
    public static Pipeline start(Settings settings, DataSource dataSource) throws UsageException {
        Properties properties = settings.toProperties();
        properties.setProperty(ROUTES, coreRoutes(settings));
        return new Pipeline(settings, properties, dataSource).start();
    }

    /** Starts the service: the core routes, and those in {@code routes/service} that the configuration enables. */
    public static Pipeline serve(Settings settings, DataSource dataSource) throws UsageException {
        PrivacyCheck.check(settings, dataSource);
        Properties properties = settings.toProperties();
        String polled = "file:" + settings.home() + "/routes/service/*.camel.yaml";
        properties.setProperty(ROUTES, coreRoutes(settings) + "," + polled);
        PushSetup push = new PushSetup(settings);
        push.configure(properties);
        Pipeline pipeline = new Pipeline(settings, properties, dataSource);
        push.bind(pipeline.main, pipeline.wiring);
        return pipeline.start();
    }

    private static boolean mayExist(Location location) {
        return StoredLocations.presence(location.uri()) != Presence.GONE;
    }

    private static String coreRoutes(Settings settings) {
        return "file:" + settings.home() + "/routes/*.camel.yaml";
    }

    private Pipeline start() throws UsageException {
        try {
            main.start();
            DirectRoutes.check(main.getCamelContext());
            return this;
        } catch (UsageException e) {
            close();
            throw e;
        } catch (Exception e) {
            String reason = StartFailure.describe(e, main.getCamelContext());
            close();
            throw new UsageException("the routes do not start: " + reason, e);
        }
    }

    /**
     * The source that a person names: a path, a URI, the location of an object, {@code inbox:DIR}.
     *
     * @throws UsageException when there is none, or it is unavailable
     */
    public Source source(String name) throws UsageException {
        boolean inbox = name.startsWith(INBOX);
        try {
            return wiring.sources().list(inbox ? name.substring(INBOX.length()) : name, wiring.options(inbox));
        } catch (IOException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The source with the entries of each archive in its place. */
    public Source expanded(Source source) {
        return wiring.archives().expand(source, wiring.sources());
    }

    /** Works through a run. */
    public RunSummary ingest(IngestRun run) throws Exception {
        Pass pass = new Pass(
                main.getCamelTemplate(),
                new FailureThreshold(settings.get(IngestKeys.FAILURE_THRESHOLD)),
                settings.get(IngestKeys.CHUNK_SIZE));
        return pass.over(run, true, this::process);
    }

    private void process(Chunk chunk) throws Exception {
        Exchange done = main.getCamelTemplate().request("direct:chunk", exchange -> {
            exchange.getMessage().setBody(chunk);
            exchange.getExchangeExtension().addOnCompletion(new ChunkAcknowledgement(chunk));
        });
        if (done.getException() != null) {
            throw Pass.unwrapped(done.getException());
        }
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
}

package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.Chunk;
import io.lidc.ingest.ChunkAcknowledgement;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.Pass;
import io.lidc.manifest.ManifestWriter;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.model.RunSummary;
import io.lidc.source.ObjectReference;
import io.lidc.source.Presence;
import io.lidc.source.Source;
import io.lidc.source.StoredLocations;
import io.lidc.store.MetadataStore;
import io.lidc.store.jdbc.ReadingDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The routes and beans of a configuration, running. */
public final class Pipeline implements AutoCloseable {
    static final String ROUTES = "lidc.routes";

    private final Main main = new Main();
    private final Settings settings;
    private final Wiring wiring;
    private final ServedRoutes served = new ServedRoutes();
    private final Optional<StatusSetup> status;
    private final ReadingDatabase reading;
    private final ManifestWriter manifests;

    Pipeline(Settings settings, Properties properties, DataSource dataSource, Optional<StatusSetup> status)
            throws UsageException {
        this.settings = settings;
        this.status = status;
        Deidentification deidentification = PrivacyKeys.deidentification(settings);
        wiring = new Wiring(settings, deidentification.state());
        reading = ReadingDatabase.beside(dataSource);
        // Camel's own would stop the routes from a shutdown hook, under the hands of the run that goes through them.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("file:" + settings.home().resolve("config/application.properties"));
        main.setOverrideProperties(properties);
        manifests = new ManifestWriter(reading.dataSource(), settings);
        main.bind("manifestWriter", manifests);
        main.bind("dataSource", dataSource);
        main.bind("readingDataSource", reading.dataSource());
        main.bind("metadataStore", new MetadataStore(dataSource, Pipeline::mayExist, deidentification.state()));
        main.bind("deidentification", deidentification);
        main.bind("servedRoutes", served);
        new KafkaSetup(settings).bindComponent(main);
        ReplaySetup.bind(main, settings, wiring, dataSource, run -> pass().over(run, false, this::process));
        main.addMainListener(wiring);
    }

    /** Starts what one command needs: the core routes, and no source that goes on by itself. */
    public static Pipeline start(Settings settings, DataSource dataSource) throws UsageException {
        Properties properties = settings.toProperties();
        properties.setProperty(ROUTES, coreRoutes(settings));
        return new Pipeline(settings, properties, dataSource, Optional.empty()).start();
    }

    /** Adds beans to those of the pipeline. */
    @FunctionalInterface
    interface Setup {
        void bind(Main main) throws UsageException;
    }

    /** Starts some routes only, with the beans that a setup adds. */
    static Pipeline start(Settings settings, Properties properties, DataSource dataSource, Setup setup)
            throws UsageException {
        Pipeline pipeline = new Pipeline(settings, properties, dataSource, Optional.empty());
        setup.bind(pipeline.main);
        return pipeline.start();
    }

    /** What sends to its routes. */
    ProducerTemplate template() {
        return main.getCamelContext().createProducerTemplate();
    }

    Main main() {
        return main;
    }

    Wiring wiring() {
        return wiring;
    }

    /** The routes that a service takes objects in by. */
    ServedRoutes served() {
        return served;
    }

    private static boolean mayExist(Location location) {
        return StoredLocations.presence(location.uri()) != Presence.GONE;
    }

    static String coreRoutes(Settings settings) {
        return "file:" + settings.home() + "/routes/*.camel.yaml";
    }

    Pipeline start() throws UsageException {
        try {
            main.start();
            DirectRoutes.check(main.getCamelContext());
            return this;
        } catch (UsageException e) {
            close();
            throw e;
        } catch (Exception e) {
            String reason = StartFailure.describe(e, main.getCamelContext(), served);
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
        try {
            return wiring.source(name);
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
        return pass().over(run, true, this::process);
    }

    private Pass pass() throws Exception {
        return new Pass(
                main.getCamelTemplate(),
                new FailureThreshold(settings.get(IngestKeys.FAILURE_THRESHOLD)),
                settings.get(IngestKeys.CHUNK_SIZE),
                settings.get(IngestKeys.CHUNKS_IN_FLIGHT));
    }

    /** What reads an object that is stored, as it lies there now; it stores nothing, and throws nothing. */
    Function<Location, Extraction> reader() {
        ProducerTemplate template = main.getCamelContext().createProducerTemplate();
        return location -> template.requestBody("direct:extract", ObjectReference.at(location), Extraction.class);
    }

    /**
     * Leaves the manifest of a run that has ended, and gives its path.
     *
     * @throws IOException when the folder cannot be written
     * @throws SQLException when the database cannot be read
     */
    public Path leaveManifest(RunSummary summary) throws SQLException, IOException {
        return manifests.write(summary);
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

    /** Lets the routes do their work; returns when a stop is requested. */
    public void runUntil(StopRequest stop) throws InterruptedException {
        stop.await();
    }

    /** Stops the routes: polls end after the current chunk, and their runs are put on record as STOPPED. */
    @Override
    public void close() {
        main.stop();
        status.ifPresent(StatusSetup::close);
        reading.close();
    }
}

package io.lidc.cli;

import io.lidc.ingest.IngestRun;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.main.Main;

/** The routes and beans of a configuration, running. */
final class Pipeline implements AutoCloseable {
    private static final String[] SERVICE_SETTINGS = {"folder.enabled"};

    private final Main main;

    private Pipeline(Main main) {
        this.main = main;
    }

    /** Starts what one command needs: no source that goes on by itself. */
    static Pipeline start(Settings settings, DataSource dataSource) throws UsageException {
        Properties properties = settings.toProperties();
        for (String setting : SERVICE_SETTINGS) {
            properties.setProperty(setting, "false");
        }
        Main main = configure(settings, properties, dataSource);
        try {
            main.start();
            return new Pipeline(main);
        } catch (Exception e) {
            main.stop();
            throw new UsageException("the routes do not start: " + StartFailure.describe(e), e);
        }
    }

    /** Starts all enabled routes and returns when the process is told to stop. */
    static void serve(Settings settings, DataSource dataSource) throws UsageException {
        Main main = configure(settings, settings.toProperties(), dataSource);
        try {
            main.run();
        } catch (Exception e) {
            throw new UsageException("the routes do not start: " + StartFailure.describe(e), e);
        }
    }

    /** Works through a run. */
    void ingest(IngestRun run) throws Exception {
        try {
            main.getCamelTemplate().requestBody("direct:ingest", run);
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        main.stop();
    }

    private static Main configure(Settings settings, Properties properties, DataSource dataSource) {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("file:" + settings.home().resolve("config/application.properties"));
        main.setOverrideProperties(properties);
        main.bind("dataSource", dataSource);
        return main;
    }
}

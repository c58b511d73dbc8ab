package io.lidc.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code lidc run} over a home, in this process. */
public final class Service implements AutoCloseable {
    private final HikariDataSource dataSource;
    private final Pipeline pipeline;

    private Service(HikariDataSource dataSource, Pipeline pipeline) {
        this.dataSource = dataSource;
        this.pipeline = pipeline;
    }

    /** Its database and its dead letters lie in a folder. */
    public static Service start(Home home, Path out) throws Exception {
        Settings settings = Configuration.load(
                home.folder(),
                Map.of(),
                Map.of(
                        DatabaseKeys.URL,
                        "jdbc:sqlite:" + out.resolve("lidc.db"),
                        DeadLetterKeys.DIRECTORY,
                        out.resolve("dead-letter").toString()));
        HikariDataSource dataSource = ConfiguredDatabase.open(settings);
        try {
            return new Service(dataSource, ServedPipeline.start(settings, dataSource));
        } catch (UsageException e) {
            dataSource.close();
            throw e;
        }
    }

    /** Columns joined by a bar. */
    public List<String> rows(String query) throws SQLException {
        return Rows.of(dataSource, query);
    }

    /** Stops the routes; the database can still be asked. */
    public void stop() {
        pipeline.close();
    }

    @Override
    public void close() {
        pipeline.close();
        dataSource.close();
    }
}

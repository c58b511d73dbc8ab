package io.lidc.store;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how the rate of stored instances depends on how many are stored already, on both databases, the look-up of known
 * locations included and nothing read from files. Writes a line a database and step to a CSV file, from which {@link GrowthPlot}
 * makes the plot.
 *
 * <p>Arguments: the CSV file, the number of instances; the number of partitions where it is not the shipped one.
 */
public final class GrowthMeasurement {
    private static final int CHUNK = 500;
    private static final int STEP = 25_000;

    private GrowthMeasurement() {}

    /** Runs the measurement. */
    public static void main(String[] arguments) throws Exception {
        Path csv = Path.of(arguments[0]);
        int instances = Integer.parseInt(arguments[1]);
        List<String> lines = new ArrayList<>(List.of("database,instances,instances_per_second"));
        if (arguments.length == 2) {
            Path folder = Files.createTempDirectory("growth");
            try (HikariDataSource sqlite =
                    Database.open("jdbc:sqlite:" + folder.resolve("growth.db"), Credentials.NONE)) {
                measure("SQLite", sqlite, instances, lines);
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
                HikariDataSource postgresql =
                        Database.open(server.getJdbcUrl("postgres", "postgres"), Credentials.NONE)) {
            if (arguments.length > 2) {
                repartition(postgresql, Integer.parseInt(arguments[2]));
            }
            measure("PostgreSQL", postgresql, instances, lines);
            if (arguments.length > 2) {
                IndexDepth.print(postgresql);
            }
        }
        Files.write(csv, lines);
    }

    private static void repartition(HikariDataSource dataSource, int partitions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Partitions.set(connection, partitions);
        }
    }

    private static void measure(String database, HikariDataSource dataSource, int instances, List<String> lines)
            throws SQLException, IOException {
        MetadataStore store = new MetadataStore(dataSource);
        store.begin("run-1", "file:///");
        SyntheticChunks chunks = new SyntheticChunks("run-1");
        for (int stored = 0; stored < instances; stored += STEP) {
            long nanos = 0;
            for (int i = 0; i < STEP; i += CHUNK) {
                ReadChunk chunk = chunks.next(CHUNK);
                long begin = System.nanoTime();
                store.known(
                        chunk.extractions().stream().map(Extraction::location).toList(), false, null);
                store.store(chunk);
                nanos += System.nanoTime() - begin;
            }
            lines.add(String.format(Locale.ROOT, "%s,%d,%.0f", database, stored + STEP, STEP * 1e9 / nanos));
            System.out.println(lines.get(lines.size() - 1));
        }
    }
}

package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.store.instance.InstanceArrays;
import io.lidc.store.instance.InstanceTable;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.run.Stamp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.PGConnection;

/** Three ways of a chunk of new instances into PostgreSQL that tell which rows are new; in instances a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class BatchBenchmark {
    private static final int CHUNK = 500;
    private static final List<String> COLUMNS = InstanceTable.TYPED_COLUMNS.stream()
            .map(InstanceTable.TypedColumn::name)
            .toList();

    /** How rows travel. */
    public enum Way {
        /** The driver makes one statement of a batch, which then tells no counts: present rows are looked up before. */
        REWRITTEN_BATCH,
        /** COPY into a temporary table, and on from there. */
        COPY,
        /** An array a column. */
        ARRAYS
    }

    @Param
    private Way way;

    /** Partitions of the table. */
    @Param("4")
    private int partitions;

    private EmbeddedPostgres server;
    private Connection connection;
    private SyntheticChunks chunks;

    @Setup(Level.Trial)
    public void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .start();
        String url = server.getJdbcUrl("postgres", "postgres");
        Flyway.configure()
                .dataSource(url, "postgres", null)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .load()
                .migrate();
        connection = DriverManager.getConnection(url + "&stringtype=unspecified&reWriteBatchedInserts=true");
        Partitions.set(connection, partitions);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table arriving (like instance) on commit delete rows");
        }
        connection.commit();
        chunks = new SyntheticChunks("run-1");
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    /** A chunk, committed. */
    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public int insert() throws SQLException, IOException {
        List<Extraction.Read> reads = new ArrayList<>();
        chunks.next(CHUNK).extractions().forEach(read -> reads.add((Extraction.Read) read));
        int inserted =
                switch (way) {
                    case REWRITTEN_BATCH -> rewrittenBatch(reads);
                    case COPY -> copy(reads);
                    case ARRAYS ->
                        InstanceArrays.insertNew(connection, reads, Stamp.of("run-1"))
                                .stored()
                                .size();
                };
        connection.commit();
        if (inserted != CHUNK) {
            throw new IllegalStateException(inserted + " of " + CHUNK + " instances were new");
        }
        return inserted;
    }

    private int rewrittenBatch(List<Extraction.Read> reads) throws SQLException {
        Set<String> uids = reads.stream()
                .map(read -> read.metadata().instance().sopInstanceUid())
                .collect(Collectors.toSet());
        int present = InstanceTable.find(connection, uids).size();
        String sql = Sql.insert("instance", COLUMNS) + " on conflict (sop_instance_uid) do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Extraction.Read read : reads) {
                Sql.bind(statement, 1, InstanceTable.values(read));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return reads.size() - present;
    }

    private int copy(List<Extraction.Read> reads) throws SQLException, IOException {
        StringBuilder text = new StringBuilder(reads.size() * 1_000);
        for (Extraction.Read read : reads) {
            text.append(InstanceTable.values(read).stream()
                            .map(BatchBenchmark::copyText)
                            .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        String names = String.join(", ", COLUMNS);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy arriving (" + names + ") from stdin",
                        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        Set<String> inserted = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("insert into instance (" + names + ") select " + names
                        + " from arriving on conflict (sop_instance_uid) do nothing returning sop_instance_uid")) {
            while (rows.next()) {
                inserted.add(rows.getString(1));
            }
        }
        return inserted.size();
    }

    private static String copyText(Object value) {
        return value == null
                ? "\\N"
                : value.toString()
                        .replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }
}

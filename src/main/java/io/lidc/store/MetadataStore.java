package io.lidc.store;

import io.lidc.metadata.Location;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Where runs, metadata and outcomes are kept. Every call is one transaction. */
public final class MetadataStore {
    private final DataSource dataSource;

    /** A store over a database whose schema is in place, see {@link Database}. */
    public MetadataStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Puts a run on record; its totals start at zero. */
    public void begin(String runId, String sources) throws SQLException {
        transact(connection -> {
            RunTable.begin(connection, runId, sources);
            return null;
        });
    }

    /** Which of these locations are known; with {@code retryFailed}, failed ones count as changed. */
    public KnownObjects known(Collection<Location> locations, boolean retryFailed) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return KnownObjects.find(connection, locations, retryFailed);
        }
    }

    /** Stores a chunk with an outcome for each of its objects, all or nothing. */
    public CommittedChunk store(ReadChunk chunk) throws SQLException {
        return transact(connection -> new ChunkTransaction(connection, chunk).execute());
    }

    /** Puts the end of a run on record. */
    public void end(String runId, String state) throws SQLException {
        transact(connection -> {
            RunTable.end(connection, runId, state);
            return null;
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T transact(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}

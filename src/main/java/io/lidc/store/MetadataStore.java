package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Where runs, metadata and outcomes are kept. Every call is one transaction. A {@link java.sql.SQLTransientException} says that
 * the same call may succeed a little later.
 */
public final class MetadataStore {
    private final DataSource dataSource;
    private final UncertainCommits uncertain = new UncertainCommits();

    /** A store over a database whose schema is in place, see {@link Database}. */
    public MetadataStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Puts a run on record; its totals start at zero. */
    public void begin(String runId, String sources) throws SQLException {
        transact((connection, dialect) -> {
            RunTable.begin(connection, runId, sources);
            connection.commit();
            return null;
        });
    }

    /**
     * Which of these locations are known.
     *
     * @param retryFailed whether failed ones count as changed
     * @param rule the text of the user's rule in force, null for none; what another rule left out counts as changed
     */
    public KnownObjects known(Collection<Location> locations, boolean retryFailed, String rule) throws SQLException {
        return connected((connection, dialect) -> KnownObjects.find(connection, dialect, locations, retryFailed, rule));
    }

    /** Those of these locations whose objects are set aside as being in conflict with a stored one. */
    public Set<String> conflicts(List<String> uris) throws SQLException {
        return uris.isEmpty()
                ? Set.of()
                : connected((connection, dialect) -> Conflicts.among(connection, dialect, uris));
    }

    /**
     * Stores a chunk with an outcome for each of its objects, all or nothing. After an exception the same chunk
     * may be stored again: if its commit did succeed and only the answer was lost, nothing is counted twice.
     *
     * @throws RefusedRowException when the database refuses a value; nothing is stored then, and {@link #refused} tells whose
     */
    public CommittedChunk store(ReadChunk chunk) throws SQLException {
        return transact((connection, dialect) -> {
            Optional<CommittedChunk> settled = uncertain.settle(connection, chunk);
            if (settled.isPresent()) {
                return settled.get();
            }
            CommittedChunk committed = new ChunkTransaction(connection, dialect, chunk).execute();
            Optional<String> transaction = dialect.transactionId(connection);
            try {
                connection.commit();
            } catch (SQLException e) {
                transaction.ifPresent(id -> uncertain.add(chunk, id, committed));
                throw e;
            }
            return committed;
        });
    }

    /** Those objects of a chunk that the database refuses even alone, found by trials that leave nothing behind. */
    public List<Extraction> refused(ReadChunk chunk) throws SQLException {
        return new RefusedRows(part -> transact((connection, dialect) -> {
                    new ChunkTransaction(connection, dialect, chunk.part(part)).execute();
                    connection.rollback();
                    return null;
                }))
                .find(chunk.extractions());
    }

    /** Puts the end of a run on record. */
    public void end(String runId, String state) throws SQLException {
        transact((connection, dialect) -> {
            RunTable.end(connection, runId, state);
            connection.commit();
            return null;
        });
    }

    private interface Work<T> {
        T in(Connection connection, Dialect dialect) throws SQLException;
    }

    /** Takes back what the work did and did not commit, when it fails. */
    private <T> T transact(Work<T> work) throws SQLException {
        return connected((connection, dialect) -> {
            connection.setAutoCommit(false);
            try {
                return work.in(connection, dialect);
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        });
    }

    private <T> T connected(Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            // Asked for at first: a broken connection answers no more.
            String url = connection.getMetaData().getURL();
            Dialect dialect = Dialect.of(url);
            try {
                return work.in(connection, dialect);
            } catch (SQLException e) {
                throw Fault.describe(dialect, url, "", e);
            }
        }
    }

    private Connection connection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLTransientException e) {
            // The pool's own words tell its sizes; its cause tells why there is no connection.
            String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new SQLTransientException("the database does not answer: " + reason, e.getSQLState(), e);
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

package io.lidc.store;

import io.lidc.model.Extraction;
import io.lidc.model.Location;
import java.sql.SQLException;
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
    private final Transactions transactions;
    private final UncertainCommits uncertain = new UncertainCommits();

    /** A store over a database whose schema is in place, see {@link Database}. */
    public MetadataStore(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /** Puts a run on record; its totals start at zero. */
    public void begin(String runId, String sources) throws SQLException {
        transactions.write(transaction -> {
            RunTable.begin(transaction.connection(), runId, sources);
            transaction.commit();
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
        return transactions.read(
                (connection, dialect) -> KnownObjects.find(connection, dialect, locations, retryFailed, rule));
    }

    /** Those of these locations whose objects are set aside as being in conflict with a stored one. */
    public Set<String> conflicts(List<String> uris) throws SQLException {
        return uris.isEmpty()
                ? Set.of()
                : transactions.read((connection, dialect) -> Conflicts.among(connection, dialect, uris));
    }

    /**
     * Stores a chunk with an outcome for each of its objects, all or nothing. After an exception the same chunk
     * may be stored again: if its commit did succeed and only the answer was lost, nothing is counted twice.
     *
     * @throws RefusedRowException when the database refuses a value; nothing is stored then, and {@link #refused} tells whose
     */
    public CommittedChunk store(ReadChunk chunk) throws SQLException {
        return transactions.write(transaction -> {
            Optional<CommittedChunk> settled = uncertain.settle(transaction.connection(), chunk);
            if (settled.isPresent()) {
                return settled.get();
            }
            CommittedChunk committed = new ChunkTransaction(transaction, chunk).execute();
            Optional<String> transactionId = transaction.dialect().transactionId(transaction.connection());
            try {
                transaction.commit();
            } catch (SQLException e) {
                transactionId.ifPresent(id -> uncertain.add(chunk, id, committed));
                throw e;
            }
            return committed;
        });
    }

    /** Those objects of a chunk that the database refuses even alone, found by trials that leave nothing behind. */
    public List<Extraction> refused(ReadChunk chunk) throws SQLException {
        return new RefusedRows(part -> transactions.write(transaction -> {
                    new ChunkTransaction(transaction, chunk.part(part)).execute();
                    transaction.rollback();
                    return null;
                }))
                .find(chunk.extractions());
    }

    /** Puts the end of a run on record. */
    public void end(String runId, String state) throws SQLException {
        transactions.write(transaction -> {
            RunTable.end(transaction.connection(), runId, state);
            transaction.commit();
            return null;
        });
    }
}

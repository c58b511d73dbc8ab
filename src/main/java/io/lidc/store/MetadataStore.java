package io.lidc.store;

import io.lidc.metadata.DeidentificationState;
import io.lidc.model.Extraction;
import io.lidc.model.Location;
import io.lidc.store.instance.Conflicts;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.RefusedRowException;
import io.lidc.store.jdbc.Transactions;
import io.lidc.store.privacy.OtherPrivacyException;
import io.lidc.store.privacy.RecordedPrivacy;
import io.lidc.store.run.AbandonedRuns;
import io.lidc.store.run.RunTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Where runs, metadata and outcomes are kept. Every call is one transaction. A {@link java.sql.SQLTransientException} says that
 * the same call may succeed a little later.
 */
public final class MetadataStore {
    private final Transactions transactions;
    private final Predicate<Location> exists;
    private final DeidentificationState privacy;
    private final UncertainCommits uncertain = new UncertainCommits();

    /** A store that takes every object for being where it was, over a database whose schema is in place, see {@link Database}. */
    public MetadataStore(DataSource dataSource) {
        this(dataSource, location -> true);
    }

    /** A store that looks for objects, and stores whatever the way in which it is de-identified. */
    MetadataStore(DataSource dataSource, Predicate<Location> exists) {
        this(dataSource, exists, null);
    }

    /**
     * A store over a database whose schema is in place.
     *
     * @param exists whether an object is still where it was stored from; where one is not, a copy takes its place. It throws
     *     nothing, gives true where it cannot tell, and is asked once for each duplicate
     * @param privacy how metadata are de-identified that are stored here; null where nobody says so
     */
    public MetadataStore(DataSource dataSource, Predicate<Location> exists, DeidentificationState privacy) {
        this.exists = exists;
        this.privacy = privacy;
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
        return transactions.read((connection, dialect) ->
                new KnownLookup(connection, dialect, retryFailed, rule, exists).find(locations));
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
     * @throws OtherPrivacyException when the rows of the database have come to be de-identified in another way than this chunk
     */
    public CommittedChunk store(ReadChunk chunk) throws SQLException {
        return transactions.write(transaction -> {
            Optional<CommittedChunk> settled = uncertain.settle(transaction.connection(), chunk);
            if (settled.isPresent()) {
                return settled.get();
            }
            if (privacy != null) {
                RecordedPrivacy.require(transaction.connection(), transaction.dialect(), privacy);
            }
            CommittedChunk committed = new ChunkTransaction(transaction, exists, chunk).execute();
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
                    new ChunkTransaction(transaction, exists, chunk.part(part)).execute();
                    transaction.rollback();
                    return null;
                }))
                .find(chunk.extractions());
    }

    /** Tells other processes that a run goes on; each {@link #store} does so too. */
    public void beat(String runId) throws SQLException {
        transactions.write(transaction -> {
            RunTable.beat(transaction.connection(), runId);
            transaction.commit();
            return null;
        });
    }

    /**
     * Ends runs whose process is gone as {@code ABANDONED}, at the time of their last sign of life. A process on this host is looked
     * for; one elsewhere counts as gone after a silence. A run that goes on all the same is taken up again with its next chunk.
     *
     * @param silence longer than a live run ever is without a commit and a {@link #beat}
     * @return the ids of the runs
     */
    public List<String> abandon(Duration silence) throws SQLException {
        return transactions.write(transaction -> {
            List<String> abandoned = AbandonedRuns.close(transaction.connection(), silence);
            Orphans.removeAfter(transaction.connection(), transaction.dialect(), abandoned);
            transaction.commit();
            return abandoned;
        });
    }

    /**
     * Gives all objects below a URI, those in archives there too, the location below another one. Nothing is read again:
     * the objects are taken for the same, in the same state.
     *
     * @param from URI of a folder, bucket or archive
     * @param to URI of the same, where it is now
     * @throws IllegalArgumentException where the new one lies below the old one
     */
    public Relocated relocate(String from, String to) throws SQLException {
        LocationPrefix prefix = new LocationPrefix(from, to);
        return new Relocation(transactions, prefix)
                .execute()
                .plus(new Relocation(transactions, prefix.inArchives()).execute());
    }

    /** How many rows {@link #relocate} would change; changes none. */
    public Relocated relocatable(String from, String to) throws SQLException {
        LocationPrefix prefix = new LocationPrefix(from, to);
        return transactions.read((connection, dialect) ->
                RelocationCount.of(connection, prefix).plus(RelocationCount.of(connection, prefix.inArchives())));
    }

    /** Puts the end of a run on record, and removes series, studies and patients of which it has left nothing. */
    public void end(String runId, String state) throws SQLException {
        transactions.write(transaction -> {
            Orphans.removeAfter(transaction.connection(), transaction.dialect(), List.of(runId));
            RunTable.end(transaction.connection(), runId, state);
            transaction.commit();
            return null;
        });
    }
}

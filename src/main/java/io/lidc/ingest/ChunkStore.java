package io.lidc.ingest;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.store.KnownObjects;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.RefusedRowException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two ends of a chunk: what the database knows of it, and its commit. */
public final class ChunkStore {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkStore.class);

    private final MetadataStore store;

    /** Over a store whose schema is in place. */
    public ChunkStore(MetadataStore store) {
        this.store = store;
    }

    /** Looks up which objects are known. */
    public Chunk lookUp(@Body List<ObjectReference> discovered, @ExchangeProperty("run") IngestRun run)
            throws SQLException {
        List<Location> locations =
                discovered.stream().map(ObjectReference::location).toList();
        KnownObjects known = store.known(locations, run.retryFailed(), null);
        return new Chunk(run, discovered, known);
    }

    /**
     * Waits until all earlier chunks of the run have ended.
     *
     * @param number of the chunk, from 0; null for one that comes by itself, in no order
     */
    public void awaitTurn(@ExchangeProperty("run") IngestRun run, @ExchangeProperty("chunk") Integer number)
            throws InterruptedException, EarlierChunkFailedException {
        if (number != null) {
            run.commitOrder().await(number);
        }
    }

    /**
     * Lets the next chunk commit, or ends the run where this one has failed.
     *
     * @param caught the last exception, which means nothing where a later try did commit; may be null
     */
    public void passTurn(
            @ExchangeProperty("run") IngestRun run,
            @ExchangeProperty("chunk") int number,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception caught,
            @Body Object body) {
        if (body instanceof Chunk chunk && !chunk.isOpen()) {
            run.commitOrder().committed(number);
        } else {
            run.commitOrder().failed(number, caught);
        }
    }

    /**
     * Stores what was read, with an outcome for each object, in one transaction. Where the database refuses an object, nothing is
     * stored yet: the object becomes a failure, and the chunk stays open.
     */
    public void commit(@Body Chunk chunk) throws SQLException {
        ReadChunk read = chunk.read();
        try {
            chunk.committed(store.store(read));
        } catch (RefusedRowException e) {
            if (chunk.reject(store.refused(read)) == 0) {
                throw e;
            }
        }
    }

    /** Tells the source of each object that its outcome is in the database. */
    public void acknowledge(@Body Chunk chunk) {
        List<IOException> refused = chunk.acknowledge();
        if (!refused.isEmpty()) {
            LOG.warn(
                    "{} objects are stored, and their source could not be told, the first because of {}: {}",
                    refused.size(),
                    refused.get(0).getClass().getSimpleName(),
                    IoError.message(refused.get(0)));
        }
    }
}

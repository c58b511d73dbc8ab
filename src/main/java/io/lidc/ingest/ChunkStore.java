package io.lidc.ingest;

import io.lidc.ingest.header.ObjectFilter;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.jdbc.RefusedRowException;
import java.sql.SQLException;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** The two ends of a chunk: what the database knows of it, and its commit. */
public final class ChunkStore {
    private final MetadataStore store;

    /** Over a store whose schema is in place. */
    public ChunkStore(MetadataStore store) {
        this.store = store;
    }

    /** Looks up which objects are known: those need not be read. */
    public void lookUp(@Body Chunk chunk, Exchange exchange) throws SQLException {
        List<Location> locations =
                chunk.getDiscovered().stream().map(ObjectReference::location).toList();
        ObjectFilter filter = chunk.run().filter();
        chunk.lookedUp(store.known(locations, chunk.run().retryFailed(), filter == null ? null : filter.rule()));
        exchange.setProperty(Extractor.CHUNK, chunk);
    }

    /**
     * Stores what was read, with an outcome for each object that was, in one transaction, once the chunks are committed that were
     * discovered before.
     *
     * @throws EarlierChunkFailedException when one of them failed
     * @throws RefusedRowException when the database refuses an object; nothing is stored then, and {@link #reject} finds it
     */
    public void commit(@Body Chunk chunk) throws SQLException, InterruptedException, EarlierChunkFailedException {
        chunk.awaitTurn();
        chunk.stored(store.store(chunk.read()));
    }

    /**
     * Puts on record that workers were given what is to be read, once the chunks are committed that were discovered before.
     *
     * @throws EarlierChunkFailedException when one of them failed
     */
    public void publish(@Body Chunk chunk) throws SQLException, InterruptedException, EarlierChunkFailedException {
        chunk.awaitTurn();
        chunk.published(store.store(chunk.handedOver()));
    }

    /** Makes a failure of each object that the database refuses. */
    public void reject(@Body Chunk chunk, Exchange exchange) throws SQLException {
        ReadChunk read = chunk.read();
        if (chunk.reject(store.refused(read)) == 0) {
            throw exchange.getProperty(Exchange.EXCEPTION_CAUGHT, RefusedRowException.class);
        }
    }
}

package io.lidc.ingest;

import io.lidc.metadata.Location;
import io.lidc.source.ObjectReference;
import io.lidc.store.KnownObjects;
import io.lidc.store.MetadataStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** The two ends of a chunk: what the database knows of it, and its commit. */
public final class ChunkStore {
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
        KnownObjects known = store.known(locations, run.retryFailed());
        return new Chunk(run, discovered, known);
    }

    /** Waits until all earlier chunks of the run have ended. */
    public void awaitTurn(@ExchangeProperty("run") IngestRun run, @ExchangeProperty("chunk") int number)
            throws InterruptedException {
        run.commitOrder().await(number);
    }

    /** Lets the next chunk commit, or ends the run where this one has failed. */
    public void passTurn(
            @ExchangeProperty("run") IngestRun run, @ExchangeProperty("chunk") int number, Exchange exchange) {
        run.commitOrder()
                .end(
                        number,
                        exchange.getException() == null && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null);
    }

    /** Stores what was read, with an outcome for each object, in one transaction. */
    public void commit(@Body Chunk chunk) throws SQLException {
        chunk.committed(store.store(chunk.read()));
    }

    /** Tells the source of each object that its outcome is in the database. */
    public void acknowledge(@Body Chunk chunk) throws IOException {
        chunk.acknowledge();
    }
}

package io.lidc.stow;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.OpenRun;
import io.lidc.source.Source;
import io.lidc.store.MetadataStore;
import io.lidc.stow.received.ReceivedChunk;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** The runs that pushed objects belong to, see {@link OpenRun}. */
public final class PushRun {
    private static final Source SOURCE = new PushProvider.Pushed(PushProvider.SCHEME, List.of());
    /** Id of the route that receives them. */
    private static final String ROUTE = "push";

    private final OpenRun runs;

    /** What happens at the end of a run. */
    @FunctionalInterface
    public interface RunEnd {
        /** @throws Exception when the end cannot be put on record now; it is tried again */
        void end(IngestRun run) throws Exception;
    }

    private record Steps(MetadataStore store, RunEnd runEnd) implements OpenRun.Steps {
        @Override
        public void begin(IngestRun run) throws SQLException {
            store.begin(run.id(), run.sourceUris());
        }

        @Override
        public void end(IngestRun run) throws Exception {
            runEnd.end(run);
        }
    }

    /** @param idleSeconds without a request after which a run ends */
    public PushRun(MetadataStore store, RunEnd runEnd, int idleSeconds) {
        this(store, runEnd, idleSeconds, System::nanoTime);
    }

    PushRun(MetadataStore store, RunEnd runEnd, int idleSeconds, LongSupplier nanoTime) {
        runs = new OpenRun(SOURCE, true, ROUTE, new Steps(store, runEnd), idleSeconds, nanoTime);
    }

    /** The run that a request is part of until its exchange is done; started if need be. */
    public IngestRun join(Exchange exchange) throws SQLException {
        return runs.join(exchange);
    }

    /** Objects of a request as a chunk of its run. Those that are not stored do not count: their client is refused, and sends them again. */
    public Chunk chunk(@Body ReceivedChunk received, @ExchangeProperty("run") IngestRun of, Exchange exchange) {
        return OpenRun.chunk(of, SOURCE, received.getReferences(), exchange);
    }

    /** Ends the run when no request was part of it for the configured time. */
    public void endIfIdle() {
        runs.endIfIdle();
    }

    /** Ends the run when the server has stopped. */
    public void end() {
        runs.end();
    }
}

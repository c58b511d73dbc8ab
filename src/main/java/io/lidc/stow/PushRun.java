package io.lidc.stow;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.IngestRun;
import io.lidc.source.Source;
import io.lidc.store.MetadataStore;
import java.sql.SQLException;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/** The run that pushed objects belong to: from the first request to the end of the service, whose end it puts on record. */
public final class PushRun extends ServiceSupport {
    private static final Source SOURCE = new PushProvider.Pushed(PushProvider.SCHEME, List.of());

    private final MetadataStore store;
    private IngestRun run;

    /** Over a store whose schema is in place. */
    public PushRun(MetadataStore store) {
        this.store = store;
    }

    /** The run, begun if need be. */
    public synchronized IngestRun current(Exchange exchange) throws Exception {
        if (run == null) {
            IngestRun begun = new IngestRun(List.of(SOURCE), true);
            store.begin(begun.id(), begun.sourceUris());
            exchange.getContext().addService(this);
            run = begun;
        }
        return run;
    }

    /** The objects as a chunk of the run. */
    public synchronized Chunk chunk(@Body ReceivedChunk received) {
        run.discover(received.objects().size());
        return new Chunk(run, SOURCE, received.getReferences());
    }

    @Override
    protected synchronized void doStop() throws SQLException {
        if (run != null) {
            boolean balanced =
                    run.totals().balances() && run.discovered() == run.totals().accounted();
            store.end(run.id(), balanced ? "COMPLETED" : "UNBALANCED");
            run = null;
        }
    }
}

package io.lidc.ingest;

import io.lidc.ingest.header.IoError;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the end of a chunk's exchange: a committed chunk is acknowledged to its source, any other is not. */
public final class ChunkAcknowledgement extends SynchronizationAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkAcknowledgement.class);

    private final Chunk chunk;

    /** Of a chunk whose exchange this is added to. */
    public ChunkAcknowledgement(Chunk chunk) {
        this.chunk = chunk;
    }

    /** A copy of the exchange that goes to a queue takes it along otherwise, and the source waits for whoever reads the queue. */
    @Override
    public boolean allowHandover() {
        return false;
    }

    @Override
    public void onDone(Exchange exchange) {
        if (!chunk.isCommitted()) {
            return;
        }
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

package io.lidc.ingest;

import io.lidc.ingest.deadletter.DeadLetter;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bound on the records that one run leaves: a broken or hostile source must not fill the disk with them. */
public final class DeadLetterLimit {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterLimit.class);

    private final int max;
    private final FailureLog log = new FailureLog();

    /** @param max records of one run */
    public DeadLetterLimit(int max) {
        this.max = max;
    }

    /**
     * The dead letters of a chunk that still leave records. Says once of each run that there are more. A chunk that fails after that and
     * is delivered again writes the same records once more, and they count once.
     */
    public List<DeadLetter> within(@Body Chunk chunk, Exchange exchange) {
        List<DeadLetter> letters = chunk.getDeadLetters();
        log.tell(chunk.run(), letters);
        int before = chunk.run().leaveRecords(letters.size());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                chunk.run().leaveRecords(-letters.size());
            }
        });
        int room = Math.max(0, max - before);
        if (room >= letters.size()) {
            return letters;
        }
        if (before <= max) {
            LOG.warn(
                    "{} has left {} dead-letter records; further unreadable objects have their rows in the database only",
                    chunk.run(),
                    max);
        }
        return letters.subList(0, room);
    }
}

package io.lidc.ingest.deadletter;

import io.lidc.model.Extraction;
import io.lidc.source.ByteSourceStream;
import io.lidc.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Body;

/** Makes what the dead-letter folder holds of an object: its record, and its bytes. */
public final class DeadLetterWriter {
    private final Sources sources;

    /** Opens objects by these. */
    public DeadLetterWriter(Sources sources) {
        this.sources = sources;
    }

    /** The record. */
    public DeadLetterRecord record(@Body DeadLetter letter) {
        Extraction.Unreadable failure = letter.failure();
        return new DeadLetterRecord(
                failure.location().uri(),
                failure.location().size(),
                failure.location().version(),
                failure.errorCode(),
                failure.errorOffset() < 0 ? null : failure.errorOffset(),
                failure.message(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                letter.runId());
    }

    /**
     * The object's bytes as a stream; whoever reads it closes it.
     *
     * @throws IOException when the object cannot be opened
     */
    public InputStream content(@Body DeadLetter letter) throws IOException {
        return new ByteSourceStream(sources.open(letter.object()), 0, 1 << 16);
    }
}

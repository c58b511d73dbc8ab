package io.lidc.ingest.component;

import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceOptions.AfterCommit;
import io.lidc.source.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Polls a source of DICOM objects: a folder, a bucket, a queue, an archive, a manifest. */
@UriEndpoint(
        firstVersion = "0.2.0",
        scheme = "dicom-source",
        title = "DICOM source",
        syntax = "dicom-source:source",
        consumerOnly = true)
public final class SourceEndpoint extends ScheduledPollEndpoint {
    private final SourceComponent component;

    @UriPath(
            description =
                    "What is polled: a path, or the URI of a source. One with a question mark is given as an option")
    private String source;

    @UriParam(description = "Objects in a chunk at most: one exchange, one transaction", defaultValue = "1000")
    private int chunkSize;

    @UriParam(description = "Chunks under way at a time: while one is committed, the next is read", defaultValue = "1")
    private int chunksInFlight = 1;

    @UriParam(description = "What becomes of a file whose outcome is in the database", defaultValue = "LEAVE")
    private AfterCommit afterCommit = SourceOptions.DEFAULT.afterCommit();

    @UriParam(description = "How long a file must not have changed before it is taken", defaultValue = "0")
    private Duration quietPeriod = SourceOptions.DEFAULT.quietPeriod();

    @UriParam(description = "Folder for files that cannot be read, unless they stay where they are")
    private String deadLetterDirectory;

    @UriParam(description = "How long a message is hidden from other receivers of its queue", defaultValue = "5m")
    private Duration visibilityTimeout = SourceOptions.DEFAULT.visibilityTimeout();

    @UriParam(description = "Which objects are wanted, in the Simple language over their headers; others are SKIPPED")
    private String filter;

    @UriParam(description = "Whether what could not be read before is read again", defaultValue = "false")
    private boolean retryFailed;

    SourceEndpoint(String uri, SourceComponent component, String source) {
        super(uri, component);
        this.component = component;
        this.source = source;
        setInitialDelay(0);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SourceConsumer consumer = new SourceConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a source is polled, not sent to");
    }

    /** @throws IOException when it is unavailable */
    Source open() throws IOException {
        return component.sources().list(source, options());
    }

    /**
     * What waits in the source; empty where objects stay once they are stored.
     *
     * @throws IOException when it is unavailable
     */
    public Optional<Waiting> waiting() throws IOException {
        return component.sources().waiting(source, options());
    }

    private SourceOptions options() {
        Path letters =
                deadLetterDirectory == null || deadLetterDirectory.isEmpty() ? null : Path.of(deadLetterDirectory);
        return SourceOptions.DEFAULT.forFiles(afterCommit, quietPeriod, letters).hidingMessagesFor(visibilityTimeout);
    }

    double failureThreshold() {
        return component.failureThreshold();
    }

    /** What is polled. */
    public String getSource() {
        return source;
    }

    /** What is polled, where it cannot stand in the endpoint's path: RAW(https://host/manifest?id=1). */
    public void setSource(String source) {
        this.source = source;
    }

    /** Objects in a chunk at most. */
    public int getChunkSize() {
        return chunkSize;
    }

    /** Objects in a chunk at most: one exchange, one transaction. */
    public void setChunkSize(int chunkSize) {
        if (chunkSize < 1) {
            throw new IllegalArgumentException("chunkSize must be 1 or more");
        }
        this.chunkSize = chunkSize;
    }

    /** Chunks under way at a time. */
    public int getChunksInFlight() {
        return chunksInFlight;
    }

    /** Chunks under way at a time, each an exchange of its own; they are committed in the order of discovery. */
    public void setChunksInFlight(int chunksInFlight) {
        if (chunksInFlight < 1) {
            throw new IllegalArgumentException("chunksInFlight must be 1 or more");
        }
        this.chunksInFlight = chunksInFlight;
    }

    /** What becomes of a file whose outcome is in the database: move, delete or leave. */
    public void setAfterCommit(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    /** How long a file must not have changed before it is taken. */
    public void setQuietPeriod(Duration quietPeriod) {
        this.quietPeriod = quietPeriod;
    }

    /** Folder for files that cannot be read, unless they stay where they are. */
    public void setDeadLetterDirectory(String deadLetterDirectory) {
        this.deadLetterDirectory = deadLetterDirectory;
    }

    /** How long a received message is hidden from other receivers of its queue. */
    public void setVisibilityTimeout(Duration visibilityTimeout) {
        this.visibilityTimeout = visibilityTimeout;
    }

    /** Which objects are wanted, in the Simple language over {@link io.lidc.ingest.header.HeaderAttributes}; all where it is blank. */
    public void setFilter(String filter) {
        this.filter = filter == null || filter.isBlank() ? null : filter;
    }

    String getFilter() {
        return filter;
    }

    /** Whether what could not be read before is read again. */
    public void setRetryFailed(boolean retryFailed) {
        this.retryFailed = retryFailed;
    }

    boolean isRetryFailed() {
        return retryFailed;
    }
}

package io.lidc.kafka;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.OpenRun;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two ends of a batch of records: it becomes a chunk, and its offsets are committed once the chunk is. */
public final class TopicWorker {
    /** Property of the exchange: the records of the batch. */
    private static final String RECORDS = "records";

    private static final Duration REBALANCE_TIMEOUT = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(TopicWorker.class);

    private final String topic;
    private final OpenRun runs;
    private final LongConsumer consumed;

    /**
     * A worker on a topic.
     *
     * @param runs that its batches belong to
     * @param consumed told how many records a batch had
     */
    public TopicWorker(String topic, OpenRun runs, LongConsumer consumed) {
        this.topic = topic;
        this.runs = runs;
        this.consumed = consumed;
    }

    /** The records of a batch, each with an exchange of its own, as a chunk of the worker's run. */
    public Chunk chunk(@Body List<Exchange> records, Exchange exchange) throws SQLException {
        if (exchange.getProperty(RECORDS) == null) {
            exchange.getExchangeExtension().addOnCompletion(new PauseOnFailure());
        }
        exchange.setProperty(RECORDS, records);
        RecordBatch batch = RecordBatch.of(
                topic,
                records.stream().map(Exchange::getMessage).map(this::record).toList());
        IngestRun run = runs.join(exchange);
        return OpenRun.chunk(run, batch, batch.references(), exchange);
    }

    private ReferenceRecord record(Message message) {
        return new ReferenceRecord(
                topic,
                message.getHeader(KafkaConstants.PARTITION, Integer.class),
                message.getHeader(KafkaConstants.OFFSET, Long.class),
                message.getBody(String.class));
    }

    /**
     * Commits the last record of each partition. That the group has gone on without this worker costs nothing: the outcomes are in the
     * database, the records are delivered again, to whoever has their partitions now, and their objects are UNCHANGED then.
     *
     * @throws KafkaException when the offsets cannot be committed, so that the batch is delivered again
     */
    public void commit(@ExchangeProperty(RECORDS) List<Exchange> records) {
        consumed.accept(records.size());
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        DefaultKafkaManualCommit last = null;
        for (Exchange one : records) {
            last = (DefaultKafkaManualCommit)
                    one.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
            next.put(last.getPartition(), new OffsetAndMetadata(last.getRecordOffset() + 1));
        }
        if (last == null) {
            return;
        }
        try {
            new OffsetCommit(last.getCamelExchangePayload().consumer, REBALANCE_TIMEOUT).of(next);
        } catch (CommitFailedException e) {
            LOG.warn(
                    "Records whose objects are stored will be delivered again: their offsets are not committed, {}",
                    e.getMessage());
        }
    }

    /** Ends the run when no batch was part of it for the configured time. */
    public void endIfIdle() {
        runs.endIfIdle();
    }

    /** Ends the run when no more batches come. */
    public void end() {
        runs.end();
    }
}

package io.lidc.ingest;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.ValueType;
import java.time.Duration;

/** Settings of the way from a source to the database. */
public final class IngestKeys {
    private static final String AUTO = "auto";

    /** While one waits for the disk, another works: cold files come in two thirds of the time that one a processor takes. */
    private static final int READERS_PER_PROCESSOR = 6;

    private static final ValueType<Integer> COUNT = ValueType.wholeNumber(1, 256);

    public static final Key<Integer> CHUNK_SIZE = Key.wholeNumber(
            "ingest.chunk-size", 1_000, 1, 10_000, "Objects in a chunk, which is one message and one transaction.");
    public static final Key<Integer> CHUNKS_IN_FLIGHT = Key.wholeNumber(
            "ingest.chunks-in-flight",
            3,
            1,
            8,
            "Chunks under way at a time: while one is committed, the next is read. Commits keep the order of discovery.");
    public static final Key<Integer> READERS = Key.of(
            "ingest.readers",
            AUTO,
            new ValueType<>(
                    AUTO + " or " + COUNT.allowed(),
                    text -> text.equals(AUTO) ? readers() : COUNT.parser().apply(text)),
            "Objects of a local source that are read at the same time. auto: six for each processor, as some wait for the disk"
                    + " while others work.");
    public static final Key<Integer> REMOTE_READERS = Key.wholeNumber(
            "ingest.remote-readers",
            64,
            1,
            512,
            "Objects of a remote source that are read at the same time, each over a connection of its own.");
    public static final Key<Duration> STOP_TIMEOUT = Key.seconds(
            "ingest.stop-timeout-seconds",
            8,
            1,
            3_600,
            "Seconds that the current chunk has to end once the program is told to stop. After them the program ends without it, and"
                    + " the next run reads it again.");
    public static final Key<Double> FAILURE_THRESHOLD =
            Key.share("failure.threshold", 0.1, "Share of unreadable objects above which a run ends with exit code 3.");

    public static final KeyGroup GROUP = KeyGroup.of(
            "Ingest", CHUNK_SIZE, CHUNKS_IN_FLIGHT, READERS, REMOTE_READERS, STOP_TIMEOUT, FAILURE_THRESHOLD);

    private IngestKeys() {}

    private static int readers() {
        return READERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }
}

package io.lidc.source.s3;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.ValueType;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of queues that tell what happens in a bucket. */
public final class SqsKeys {
    public static final Key<Boolean> ENABLED = Key.flag(
            "sqs.enabled", false, "Whether the service reads a queue of a bucket's notifications (route sqs).");
    public static final Key<String> QUEUE = Key.text(
            "sqs.queue",
            "lidc",
            "the name of a queue or its URL",
            queue -> !queue.isEmpty(),
            "The queue, by name or by URL.");
    public static final Key<Optional<URI>> ENDPOINT =
            Key.of("sqs.endpoint", "", ValueType.optional(ValueType.server()), "URL of another server than AWS.");
    public static final Key<Duration> VISIBILITY_TIMEOUT = Key.seconds(
                    "sqs.visibility-timeout-s",
                    300,
                    1,
                    43_200,
                    "Seconds for which a message that was received is kept from other receivers. It must be longer than any"
                            + " chunk or archive takes; what takes longer is delivered again, and UNCHANGED then.")
            .renamedFrom("sqs.hidden-s");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "sqs.period-ms", 1_000, 100, 86_400_000, "Pause after the queue was found empty, in milliseconds.");

    public static final KeyGroup GROUP = KeyGroup.of(
                    "Queues: SQS", ENABLED, QUEUE, ENDPOINT, VISIBILITY_TIMEOUT, PERIOD)
            .withComment("Region, credentials, attempts and timeout are those of S3.");

    private SqsKeys() {}
}

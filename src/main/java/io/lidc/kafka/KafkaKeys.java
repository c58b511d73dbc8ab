package io.lidc.kafka;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Settings of scale-out. */
public final class KafkaKeys {
    /** That nothing is lost rests on these. */
    private static final Set<String> SET_BY_ROUTES = Set.of(
            "bootstrap.servers",
            "enable.auto.commit",
            "auto.offset.reset",
            "group.id",
            "group.protocol",
            "group.instance.id",
            "max.poll.records",
            "partition.assignment.strategy",
            "key.deserializer",
            "value.deserializer",
            "acks",
            "enable.idempotence",
            "transactional.id",
            "key.serializer",
            "value.serializer");

    private static final String NAME = "a name of letters, digits, '.', '_' and '-', up to 249 of them";

    public static final Key<Boolean> DISCOVER = Key.flag(
            "kafka.discover.enabled",
            false,
            "Whether what the routes folder, s3 and sqs list is published to a topic (route publish), for workers to store,"
                    + " and not stored by this process.");
    public static final Key<Boolean> WORKER = Key.flag(
            "kafka.worker.enabled",
            false,
            "Whether the service stores what a discoverer has published (route kafka-worker).");
    public static final Key<String> BROKERS = Key.text(
            "kafka.brokers",
            "localhost:9092",
            "HOST:PORT, several separated by commas",
            brokers -> brokers.matches("[^\\s,:]+:\\d+(,[^\\s,:]+:\\d+)*"),
            "Brokers of the cluster, a few of them at least.");
    public static final Key<String> TOPIC = Key.text(
            "kafka.topic",
            "lidc-objects",
            NAME,
            KafkaKeys::isName,
            "The topic of the references: one record an object, with the object's folder as its key.");
    public static final Key<Integer> PARTITIONS = Key.wholeNumber(
            "kafka.partitions",
            12,
            1,
            10_000,
            "Partitions of the topic where it is missing and is created. So many workers can share the work, at most.");
    public static final Key<String> GROUP_ID =
            Key.text("kafka.group", "lidc", NAME, KafkaKeys::isName, "The consumer group of the workers.");
    public static final Key<Optional<Path>> CLIENT_PROPERTIES = Key.optionalFile(
            "kafka.client-properties-file",
            "File of further settings of Kafka's clients, as its own tools take it: security.protocol, sasl.*, ssl.*,"
                    + " compression.type.");
    public static final Key<Duration> SESSION_TIMEOUT = Key.milliseconds(
            "kafka.session-timeout-ms",
            45_000,
            1_000,
            1_800_000,
            "Time without a sign of life after which a worker counts as gone, and others take over its partitions. Brokers"
                    + " bound it (group.min.session.timeout.ms).");
    public static final Key<Duration> RUN_IDLE = Key.seconds(
            "kafka.run-idle-seconds",
            60,
            1,
            86_400,
            "Seconds without a record after which the run of a worker ends. The next record starts the next run.");
    public static final Key<String> DEAD_LETTER_TOPIC = Key.text(
            "kafka.dead-letter-topic",
            "",
            NAME + ", or nothing",
            name -> name.isEmpty() || isName(name),
            "Topic that gets the records of unreadable objects, too. While it is unavailable, chunks with unreadable objects"
                    + " fail.");

    public static final KeyGroup GROUP = KeyGroup.of(
                    "Scale-out: Kafka",
                    DISCOVER,
                    WORKER,
                    BROKERS,
                    TOPIC,
                    PARTITIONS,
                    GROUP_ID,
                    CLIENT_PROPERTIES,
                    SESSION_TIMEOUT,
                    RUN_IDLE,
                    DEAD_LETTER_TOPIC)
            .withComment(
                    "One process lists and publishes, others store: docs/scale-out.md. Nothing of Kafka is loaded otherwise.");

    private KafkaKeys() {}

    private static boolean isName(String text) {
        return text.matches("[a-zA-Z0-9._-]{1,249}") && !text.matches("\\.{1,2}");
    }

    /** Whether anything is said to a broker. */
    public static boolean isUsed(Settings settings) {
        return settings.get(DISCOVER)
                || settings.get(WORKER)
                || !settings.get(DEAD_LETTER_TOPIC).isEmpty();
    }

    /**
     * What every client of the cluster is given.
     *
     * @throws UsageException when the file of further settings cannot be read, or sets what the routes set
     */
    public static Properties clientProperties(Settings settings) throws UsageException {
        Properties properties = new Properties();
        properties.setProperty("reconnect.backoff.max.ms", "10000");
        Optional<Path> file = settings.get(CLIENT_PROPERTIES);
        if (file.isPresent()) {
            try (Reader reader = Files.newBufferedReader(file.get())) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageException("cannot read the file of " + CLIENT_PROPERTIES + ": " + e, e);
            }
        }
        for (String name : SET_BY_ROUTES) {
            if (properties.containsKey(name)) {
                throw new UsageException("the file of " + CLIENT_PROPERTIES + " sets " + name
                        + ", which the routes and other settings do: take it out");
            }
        }
        properties.setProperty("bootstrap.servers", settings.get(BROKERS));
        return properties;
    }
}

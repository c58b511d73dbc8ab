package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.OpenRun;
import io.lidc.ingest.RunLog;
import io.lidc.kafka.KafkaHealthCheck;
import io.lidc.kafka.KafkaKeys;
import io.lidc.kafka.Publisher;
import io.lidc.kafka.Topic;
import io.lidc.kafka.TopicWatch;
import io.lidc.kafka.TopicWorker;
import io.lidc.kafka.WorkerHealthCheck;
import io.lidc.kafka.WorkerSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.main.Main;

/** From the settings to what goes through Kafka. Its classes are loaded where the settings use them. */
final class KafkaSetup {
    private static final String WORKER_ROUTE = "kafka-worker";
    /** Signs of life in the time after which a worker counts as gone without one. */
    private static final int HEARTBEATS = 3;

    private final Settings settings;

    KafkaSetup(Settings settings) {
        this.settings = settings;
    }

    /** What the routes need beyond the settings: where chunks go, and whether the topic is watched. */
    void configure(Properties properties) {
        boolean discovers = settings.get(KafkaKeys.DISCOVER);
        properties.setProperty("lidc.chunk-route", discovers ? "publish" : "chunk");
        properties.setProperty("kafka.enabled", Boolean.toString(discovers || settings.get(KafkaKeys.WORKER)));
        long heartbeat = settings.get(KafkaKeys.SESSION_TIMEOUT).toMillis() / HEARTBEATS;
        properties.setProperty("kafka.heartbeat-ms", Long.toString(heartbeat));
    }

    /** Puts Camel's component into place, where anything is said to a broker. */
    void bindComponent(Main main) throws UsageException {
        if (KafkaKeys.isUsed(settings)) {
            main.bind("kafka", component(KafkaKeys.clientProperties(settings)));
        }
    }

    private KafkaComponent component(Properties client) {
        Map<String, Object> properties = new HashMap<>();
        client.stringPropertyNames().forEach(name -> properties.put(name, client.getProperty(name)));
        properties.put("allow.auto.create.topics", "false");
        KafkaComponent component = new KafkaComponent();
        component.getConfiguration().setBrokers(settings.get(KafkaKeys.BROKERS));
        component.getConfiguration().setAdditionalProperties(properties);
        // Its messages tell the settings of the client.
        component.setHealthCheckConsumerEnabled(false);
        return component;
    }

    /**
     * Puts the beans of the service's routes into place.
     *
     * @param registry that is measured into; null for none
     */
    void bind(Main main, MeterRegistry registry) throws UsageException {
        if (!settings.get(KafkaKeys.DISCOVER) && !settings.get(KafkaKeys.WORKER)) {
            return;
        }
        Topic topic = new Topic(
                KafkaKeys.clientProperties(settings),
                settings.get(KafkaKeys.TOPIC),
                settings.get(KafkaKeys.PARTITIONS),
                settings.get(KafkaKeys.GROUP_ID));
        TopicWatch watch = new TopicWatch(topic, registry);
        main.bind("topicWatch", watch);
        main.bind("kafkaHealthCheck", new KafkaHealthCheck(topic));
        if (settings.get(KafkaKeys.WORKER)) {
            main.bind("kafkaWorkerHealthCheck", new WorkerHealthCheck(WORKER_ROUTE));
        }
        main.bind("publisher", new Publisher());
        TopicWorker worker = new TopicWorker(topic.name(), runs(main), consumed(registry));
        main.bind("topicWorker", worker);
        main.bind("topicLifecycle", new TopicLifecycle(WORKER_ROUTE, watch, worker, topic));
    }

    private OpenRun runs(Main main) {
        FailureThreshold threshold = new FailureThreshold(settings.get(IngestKeys.FAILURE_THRESHOLD));
        OpenRun.Steps steps = new OpenRun.Steps() {
            @Override
            public void begin(IngestRun run) throws SQLException {
                main.lookup("runLog", RunLog.class).begin(run);
            }

            @Override
            public void end(IngestRun run) throws Exception {
                main.getCamelTemplate().sendBody("direct:run-end", run.ended(threshold));
            }
        };
        int idleSeconds = (int) settings.get(KafkaKeys.RUN_IDLE).toSeconds();
        return new OpenRun(
                new WorkerSource(settings.get(KafkaKeys.TOPIC)),
                false,
                WORKER_ROUTE,
                steps,
                idleSeconds,
                System::nanoTime);
    }

    private static LongConsumer consumed(MeterRegistry registry) {
        if (registry == null) {
            return records -> {};
        }
        Counter counter = Counter.builder("lidc.kafka.records.consumed")
                .description("Records of the topic whose objects have their outcomes in the database")
                .register(registry);
        return counter::increment;
    }
}

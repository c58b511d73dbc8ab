package io.lidc.kafka;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker with its own controller (KRaft), whose data lie in a folder. It can be stopped and started again. */
public final class TestBroker implements AutoCloseable {
    private final Properties properties = new Properties();
    private final int port;
    private KafkaRaftServer server;

    private TestBroker(Path folder, int port, int controllerPort) {
        this.port = port;
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.resolve("kafka").toString()),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "1000"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("auto.create.topics.enable", "false")));
    }

    public static TestBroker start(Path folder) throws Exception {
        TestBroker broker = new TestBroker(folder, freePort(), freePort());
        new Formatter()
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .addDirectory(broker.properties.getProperty("log.dirs"))
                .setMetadataLogDirectory(broker.properties.getProperty("log.dirs"))
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .run();
        broker.start();
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, again or for the first time. */
    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
    }

    /** Stops it; its records stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Where clients reach it. */
    public String address() {
        return "localhost:" + port;
    }

    /** Sends a record, and returns when the broker has it. */
    public void send(String topic, String key, String value) throws Exception {
        try (Producer<String, String> producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    /** The topic as the program sees it. */
    public Topic topic(String name, int partitions, String group) {
        return new Topic(client(), name, partitions, group);
    }

    /** Returns when a group has committed whatever is in a topic. */
    public void awaitConsumed(String name, String group, Duration timeout) {
        try (Topic topic = topic(name, 1, group)) {
            await().atMost(timeout).ignoreExceptions().until(() -> waiting(topic) == 0);
        }
    }

    private static long waiting(Topic topic) throws ExecutionException, TimeoutException, InterruptedException {
        return topic.lag().values().stream().mapToLong(Long::longValue).sum();
    }

    private Properties client() {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", address());
        return client;
    }

    @Override
    public void close() {
        stop();
    }
}

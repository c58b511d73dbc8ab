package io.lidc.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of the references, seen by those who watch it. Each call takes a bounded time. */
public final class Topic implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(2_500);

    private final Properties client;
    private final String name;
    private final int partitions;
    private final String group;
    private Admin admin;

    /**
     * A topic, which need not be there.
     *
     * @param client settings of Kafka's clients
     * @param partitions of the topic, where it is created
     * @param group that consumes it
     */
    public Topic(Properties client, String name, int partitions, String group) {
        this.client = new Properties();
        this.client.putAll(client);
        this.client.setProperty("default.api.timeout.ms", Long.toString(TIMEOUT.toMillis()));
        this.client.setProperty("request.timeout.ms", Long.toString(TIMEOUT.toMillis()));
        this.name = name;
        this.partitions = partitions;
        this.group = group;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /**
     * Creates it where it is missing, replicated as brokers do by default.
     *
     * @throws ExecutionException when the brokers refuse that
     * @throws TimeoutException when no broker answers
     */
    public void createIfMissing() throws ExecutionException, TimeoutException, InterruptedException {
        if (description().isPresent()) {
            return;
        }
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
        try {
            admin().createTopics(List.of(topic)).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /**
     * What the brokers say of it; empty where there is no such topic.
     *
     * @throws TimeoutException when no broker answers
     */
    Optional<TopicDescription> description() throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return Optional.of(admin().describeTopics(List.of(name))
                    .allTopicNames()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .get(name));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Records of each partition that the group has not committed.
     *
     * @throws TimeoutException when no broker answers
     */
    Map<Integer, Long> lag() throws ExecutionException, TimeoutException, InterruptedException {
        Optional<TopicDescription> description = description();
        if (description.isEmpty()) {
            return Map.of();
        }
        List<TopicPartition> all = description.get().partitions().stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        Map<TopicPartition, Long> starts = offsets(all, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(all, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        Map<Integer, Long> lag = new TreeMap<>();
        for (TopicPartition partition : all) {
            OffsetAndMetadata next = committed.get(partition);
            long from = next == null ? starts.get(partition) : next.offset();
            lag.put(partition.partition(), Math.max(0, ends.get(partition) - from));
        }
        return lag;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> of, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        return admin()
                .listOffsets(of.stream().collect(Collectors.toMap(partition -> partition, partition -> which)))
                .all()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** Connected when it is first asked. */
    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(client);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}

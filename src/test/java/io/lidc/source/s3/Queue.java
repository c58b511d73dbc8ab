package io.lidc.source.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue named {@code lidc}, once it is created, on an SQS server in this process, and what a bucket sends to it. */
final class Queue implements AutoCloseable {
    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;
    private String url;

    private Queue(SQSRestServer server) {
        this.server = server;
        this.endpoint = URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    /** The server only. */
    static Queue missing() {
        return new Queue(SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .start());
    }

    static Queue empty() {
        Queue queue = missing();
        queue.create();
        return queue;
    }

    void create() {
        url = client.createQueue(request -> request.queueName("lidc")).queueUrl();
    }

    String endpoint() {
        return endpoint.toString();
    }

    void send(String message) {
        client.sendMessage(request -> request.queueUrl(url).messageBody(message));
    }

    /** Sends what S3 sends of each of these objects, ten messages a request. */
    void sendCreated(Path bucket, List<Path> files) throws IOException {
        for (int from = 0; from < files.size(); from += 10) {
            List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
            for (Path file : files.subList(from, Math.min(from + 10, files.size()))) {
                batch.add(SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(batch.size()))
                        .messageBody(created(bucket, file))
                        .build());
            }
            client.sendMessageBatch(request -> request.queueUrl(url).entries(batch));
        }
    }

    private static String created(Path bucket, Path file) throws IOException {
        return created(bucket.getFileName().toString(), bucket.relativize(file).toString(), Files.size(file));
    }

    static String created(String bucket, String key, long size) {
        return "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-01-02T03:04:05Z\","
                + "\"s3\":{\"bucket\":{\"name\":\"" + bucket + "\"},\"object\":{\"key\":\"" + key
                + "\",\"size\":" + size + "}}}]}";
    }

    /** Those that wait and those that were received and not deleted. */
    int messages() {
        return waiting() + count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    int waiting() {
        return count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private int count(QueueAttributeName attribute) {
        return Integer.parseInt(
                client.getQueueAttributes(request -> request.queueUrl(url).attributeNames(attribute))
                        .attributes()
                        .get(attribute));
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}

package io.lidc.source.s3;

import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue whose messages are received and deleted ten at a time, as many as SQS allows. */
final class SqsQueue {
    private static final int BATCH = 10;
    private static final int PATIENCE_SECONDS = 2;

    private final SqsClient client;
    private final String url;
    private final int hiddenSeconds;
    private final List<String> done = new ArrayList<>();
    private int outstanding;

    SqsQueue(SqsClient client, String url, int hiddenSeconds) {
        this.client = client;
        this.url = url;
        this.hiddenSeconds = hiddenSeconds;
    }

    /** Messages that no receiver hides, about as many as SQS says. */
    long size() {
        String count = client.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        return Long.parseLong(count);
    }

    /** @param patient whether to wait a moment for the first message */
    List<Message> receive(boolean patient) {
        List<Message> messages = client.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds(patient ? PATIENCE_SECONDS : 0)
                        .visibilityTimeout(hiddenSeconds))
                .messages();
        synchronized (this) {
            outstanding += messages.size();
        }
        return messages;
    }

    /** Deletes the message, at the latest with the last of those that were received. */
    synchronized void delete(Message message) throws IOException {
        done.add(message.receiptHandle());
        if (done.size() == BATCH || done.size() == outstanding) {
            outstanding -= done.size();
            List<String> handles = List.copyOf(done);
            done.clear();
            delete(handles);
        }
    }

    private void delete(List<String> handles) throws IOException {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String handle : handles) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(handle)
                    .build());
        }
        try {
            DeleteMessageBatchResponse response =
                    client.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
            if (response.hasFailed() && !response.failed().isEmpty()) {
                throw new SourceException(
                        SourceError.NOT_DELETED,
                        response.failed().size() + " messages could not be deleted and will come again");
            }
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }
}

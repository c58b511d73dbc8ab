package io.lidc.source.s3;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SharedAcknowledgement;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The objects that a queue of bucket notifications tells of, until the queue is empty. A message is deleted once each of its
 * objects has its outcome in the database; one that a crash leaves is delivered again, and its objects are UNCHANGED.
 *
 * <p>Camel's {@code aws2-sqs:} consumer makes one exchange of each message and deletes it when that exchange ends: a
 * transaction a message, or an aggregator that deletes before the commit.
 */
final class EventSource implements Source {
    /** One run ends here at the latest; the next goes on. */
    private static final int MESSAGES_A_RUN = 10_000;

    private final String uri;
    private final SqsQueue queue;
    private final S3Reader reader;

    private EventSource(String uri, SqsQueue queue, S3Reader reader) {
        this.uri = uri;
        this.queue = queue;
        this.reader = reader;
    }

    /** @param name of the queue, or its URL */
    static EventSource of(SqsClient client, String name, int hiddenSeconds, S3Reader reader) {
        String url = name.contains("://")
                ? name
                : client.getQueueUrl(request -> request.queueName(name)).queueUrl();
        return new EventSource("sqs:" + name, new SqsQueue(client, url, hiddenSeconds), reader);
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Traffic traffic() {
        return reader.traffic();
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new Messages();
    }

    private final class Messages implements Iterator<ObjectReference> {
        private final Deque<ObjectReference> objects = new ArrayDeque<>();
        private int received;
        private boolean empty;

        @Override
        public boolean hasNext() {
            try {
                while (objects.isEmpty() && !empty && received < MESSAGES_A_RUN) {
                    List<Message> messages = queue.receive(received == 0);
                    empty = messages.isEmpty();
                    received += messages.size();
                    for (Message message : messages) {
                        add(message);
                    }
                }
                return !objects.isEmpty();
            } catch (SdkException e) {
                throw new UncheckedIOException(S3Failure.of(e));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void add(Message message) throws IOException {
            SharedAcknowledgement all = new SharedAcknowledgement(verdict -> queue.delete(message));
            try {
                for (S3Object object : Events.created(message.body())) {
                    objects.add(all.covering(object.reference(reader)));
                }
            } catch (SourceException e) {
                Location location = new Location(
                        uri + "#" + message.messageId(), message.body().length(), message.md5OfBody());
                objects.add(all.covering(ObjectReference.unavailable(location, e)));
            }
            all.listed();
        }

        @Override
        public ObjectReference next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return objects.remove();
        }
    }
}

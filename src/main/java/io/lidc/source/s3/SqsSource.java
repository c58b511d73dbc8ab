package io.lidc.source.s3;

import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.SharedAcknowledgement;
import io.lidc.source.Source;
import io.lidc.source.SourceException;
import io.lidc.source.Traffic;
import io.lidc.source.Verdict;
import io.lidc.source.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
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
final class SqsSource implements Source {
    /** One run ends here at the latest; the next goes on. */
    private static final int MESSAGES_A_RUN = 10_000;

    private final String uri;
    private final SqsQueue queue;
    private final S3Reader reader;
    private final Traffic before;
    /** The messages that name an object, whose acknowledgements are due. */
    private final Map<String, Deque<Receipt>> receipts = new ConcurrentHashMap<>();

    private record Receipt(Message message, SharedAcknowledgement objects) {}

    private SqsSource(String uri, SqsQueue queue, S3Reader reader) {
        this.uri = uri;
        this.queue = queue;
        this.reader = reader;
        this.before = reader.traffic();
    }

    /** @param name of the queue, or its URL */
    static SqsSource of(SqsClient client, String name, Duration visibilityTimeout, S3Reader reader) {
        String url = name.contains("://")
                ? name
                : client.getQueueUrl(request -> request.queueName(name)).queueUrl();
        return new SqsSource("sqs:" + name, new SqsQueue(client, url, (int) visibilityTimeout.toSeconds()), reader);
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
        return reader.traffic().since(before);
    }

    Waiting waiting() {
        return Waiting.ofUnknownAge(queue.size());
    }

    @Override
    public Iterator<ObjectReference> list() {
        return new Messages();
    }

    @Override
    public void acknowledge(ObjectReference object, Verdict verdict) throws IOException {
        Deque<Receipt> naming = receipts.get(object.location().uri());
        Receipt receipt = naming == null ? null : naming.poll();
        if (receipt != null && receipt.objects.settle(verdict).isPresent()) {
            queue.delete(receipt.message);
        }
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
            Receipt receipt = new Receipt(message, new SharedAcknowledgement());
            try {
                for (S3Object object : Events.created(message.body())) {
                    add(object.reference(), receipt);
                }
            } catch (SourceException e) {
                Location location = new Location(
                        uri + "#" + message.messageId(), message.body().length(), message.md5OfBody());
                add(ObjectReference.unavailable(location, e), receipt);
            }
            if (receipt.objects.listed().isPresent()) {
                queue.delete(message);
            }
        }

        private void add(ObjectReference object, Receipt receipt) {
            receipt.objects.cover();
            receipts.computeIfAbsent(object.location().uri(), uri -> new ConcurrentLinkedDeque<>())
                    .add(receipt);
            objects.add(object);
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

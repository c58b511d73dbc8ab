package io.lidc.source.s3;

import io.lidc.source.Source;
import java.io.FileNotFoundException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Buckets, and queues of what happens in them, as sources. Its clients are made when the first source needs them. */
public final class Aws {
    private static final String BUCKET = "s3://";
    private static final String QUEUE = "sqs:";

    private final S3Settings settings;
    private final SqsSettings sqsSettings;
    private S3Client s3;
    private SqsClient sqs;

    /** Sources that are reached so. */
    public Aws(S3Settings settings, SqsSettings sqsSettings) {
        this.settings = settings;
        this.sqsSettings = sqsSettings;
    }

    /** Whether the words name one of these sources: {@code s3://BUCKET/PREFIX}, {@code sqs:QUEUE}. */
    public static boolean isNamed(String source) {
        return source.startsWith(BUCKET) || source.startsWith(QUEUE);
    }

    /**
     * The source that the words name.
     *
     * @throws FileNotFoundException when they are not complete, when there is no region, or no such queue
     */
    public Source create(String source) throws FileNotFoundException {
        try {
            S3Reader reader = new S3Reader(s3Client(), settings.firstRead());
            if (source.startsWith(QUEUE)) {
                return EventSource.of(sqs(), source.substring(QUEUE.length()), sqsSettings.hiddenSeconds(), reader);
            }
            String path = source.substring(BUCKET.length());
            int slash = path.indexOf('/');
            String bucket = slash < 0 ? path : path.substring(0, slash);
            if (bucket.isEmpty()) {
                throw new FileNotFoundException("no bucket named: " + source);
            }
            return new S3Source(reader, bucket, slash < 0 ? "" : path.substring(slash + 1));
        } catch (SdkException e) {
            throw new FileNotFoundException(source + ": " + e.getMessage());
        }
    }

    /**
     * The client through which buckets are read, made when it is first asked for.
     *
     * @throws SdkException when there is no region
     */
    public synchronized S3Client s3Client() {
        if (s3 == null) {
            s3 = AwsClients.s3(settings);
        }
        return s3;
    }

    private synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = AwsClients.sqs(settings, sqsSettings.endpoint());
        }
        return sqs;
    }
}

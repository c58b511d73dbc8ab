package io.lidc.source.s3;

import java.net.URI;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of buckets and queues, one each in a process, made when the first source needs them: that takes half a second. */
public final class Aws {
    private final S3Settings settings;
    private final URI sqsEndpoint;
    private S3Client s3;
    private SqsClient sqs;
    private S3Reader reader;

    /** @param sqsEndpoint of a server that speaks SQS; null for AWS */
    public Aws(S3Settings settings, URI sqsEndpoint) {
        this.settings = settings;
        this.sqsEndpoint = sqsEndpoint;
    }

    /**
     * The client through which buckets are read.
     *
     * @throws SdkException when there is no region
     */
    public synchronized S3Client s3Client() {
        if (s3 == null) {
            s3 = AwsClients.s3(settings);
        }
        return s3;
    }

    synchronized S3Reader reader() {
        if (reader == null) {
            reader = new S3Reader(s3Client(), settings.firstRead());
        }
        return reader;
    }

    synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = AwsClients.sqs(settings, sqsEndpoint);
        }
        return sqs;
    }
}

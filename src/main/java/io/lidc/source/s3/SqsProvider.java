package io.lidc.source.s3;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import io.lidc.source.Waiting;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Queues of bucket notifications, {@code sqs:QUEUE} by name or URL. */
public final class SqsProvider implements SourceProvider {
    private static final String SCHEME = "sqs:";

    private final Aws aws;

    /** Reaches queues and buckets through these clients. */
    public SqsProvider(Aws aws) {
        this.aws = aws;
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    /** @throws FileNotFoundException when there is no such queue, or no region */
    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        try {
            return SqsSource.of(aws.sqs(), uri.substring(SCHEME.length()), options.visibilityTimeout(), aws.reader());
        } catch (SdkException e) {
            throw new FileNotFoundException(uri + ": " + S3Failure.words(e));
        }
    }

    @Override
    public Optional<Waiting> waiting(String uri, SourceOptions options) throws IOException {
        try {
            return Optional.of(
                    SqsSource.of(aws.sqs(), uri.substring(SCHEME.length()), options.visibilityTimeout(), aws.reader())
                            .waiting());
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** A message is no object: what it names has a location of its own. */
    @Override
    public ByteSource open(Location location) throws IOException {
        throw new SourceException(
                SourceError.NOT_KEPT, "the message was deleted from its queue once its outcome was stored");
    }
}

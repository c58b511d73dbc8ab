package io.lidc.source.s3;

import io.lidc.dicom.ByteSource;
import io.lidc.model.Location;
import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Objects of buckets, {@code s3://BUCKET/KEY}, and buckets by the start of their keys, {@code s3://BUCKET/PREFIX}. */
public final class S3Provider implements SourceProvider {
    private static final String SCHEME = "s3://";

    private final Aws aws;

    /** Reaches buckets through these clients. */
    public S3Provider(Aws aws) {
        this.aws = aws;
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME);
    }

    /** @throws FileNotFoundException when the URI names no bucket, or there is no region */
    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        String bucket = bucket(uri);
        try {
            return new S3Source(aws.reader(), bucket, key(uri));
        } catch (SdkException e) {
            throw new FileNotFoundException(uri + ": " + S3Failure.words(e));
        }
    }

    /** In the state of its version, which is its ETag; without a known size, as large as it is now. */
    @Override
    public ByteSource open(Location location) throws IOException {
        try {
            return S3Object.at(bucket(location.uri()), key(location.uri()), location)
                    .open(aws.reader());
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    @Override
    public Iterator<ObjectReference> present(Location location) throws IOException {
        try {
            S3Object object = aws.reader().find(bucket(location.uri()), key(location.uri()));
            return List.of(object.reference()).iterator();
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private static String bucket(String uri) throws FileNotFoundException {
        int slash = uri.indexOf('/', SCHEME.length());
        String bucket = uri.substring(SCHEME.length(), slash < 0 ? uri.length() : slash);
        if (bucket.isEmpty()) {
            throw new FileNotFoundException("no bucket named: " + uri);
        }
        return bucket;
    }

    private static String key(String uri) {
        int slash = uri.indexOf('/', SCHEME.length());
        return slash < 0 ? "" : uri.substring(slash + 1);
    }
}

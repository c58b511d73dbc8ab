package io.lidc.source.s3;

import io.lidc.source.SourceException;
import io.lidc.source.Traffic;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Reads buckets and counts what that costs. It lists and gets; it never changes a bucket. */
final class S3Reader {
    private final S3Client client;
    private final int firstRead;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AwsRequestOverrideConfiguration counted = AwsRequestOverrideConfiguration.builder()
            .putExecutionAttribute(CountedRequests.COUNTER, requests)
            .build();

    S3Reader(S3Client client, int firstRead) {
        this.client = client;
        this.firstRead = firstRead;
    }

    int firstRead() {
        return firstRead;
    }

    Traffic traffic() {
        return new Traffic(requests.get(), bytes.get());
    }

    /** @param token of the page; null for the first */
    ListObjectsV2Response list(String bucket, String prefix, String token) throws SourceException {
        try {
            return client.listObjectsV2(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .continuationToken(token)
                    .overrideConfiguration(counted)
                    .build());
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Bytes of an object as it is now. */
    long size(String bucket, String key) throws SourceException {
        return find(bucket, key).size();
    }

    /** An object as it is now. */
    S3Object find(String bucket, String key) throws SourceException {
        try {
            HeadObjectResponse head =
                    client.headObject(request -> request.bucket(bucket).key(key).overrideConfiguration(counted));
            String modified = String.valueOf(head.lastModified());
            return new S3Object(bucket, key, head.contentLength(), S3Object.bare(head.eTag()), modified);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Part of an object that is still in the state of this ETag. */
    byte[] read(String bucket, String key, String etag, long position, int length) throws SourceException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .ifMatch(etag.isEmpty() ? null : '"' + etag + '"')
                .range("bytes=" + position + "-" + (position + length - 1))
                .overrideConfiguration(counted)
                .build();
        ResponseTransformer<GetObjectResponse, byte[]> take =
                (response, body) -> take(response, body, position, length);
        try {
            return client.getObject(request, take);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private byte[] take(GetObjectResponse response, AbortableInputStream body, long position, int length) {
        try {
            boolean whole = response.contentRange() == null;
            if (whole && position > 0) {
                body.abort();
                throw SdkException.create("the server does not know ranges", null);
            }
            byte[] part = body.readNBytes(length);
            bytes.addAndGet(part.length);
            if (whole) {
                // Closing would first read the rest.
                body.abort();
            }
            return part;
        } catch (IOException e) {
            throw RetryableException.create("the answer broke off", e);
        }
    }
}

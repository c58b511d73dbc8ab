package io.lidc.source.s3;

import java.net.URI;
import java.time.Duration;

/**
 * How S3 is reached. Credentials come by the SDK's default chain: environment, profile, web identity, instance.
 *
 * @param endpoint of a server that speaks S3 (MinIO, Google's interoperability endpoint); null for AWS
 * @param region null for the one of the SDK's default chain
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 * @param connections open at the same time at the most
 * @param firstRead bytes of an object that are asked for at first
 * @param attempts of one request at the most, the first included
 * @param timeout of one attempt
 */
public record S3Settings(
        URI endpoint,
        String region,
        boolean pathStyle,
        int connections,
        int firstRead,
        int attempts,
        Duration timeout) {}

package io.lidc.source.s3;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Clients of the AWS SDK. What is throttled (503 SlowDown), times out, breaks off or fails on the server's side is tried
 * again after a random wait that grows; the number of attempts bounds it, not the SDK's budget for all requests of a
 * client, which a scan of a throttled bucket would use up.
 */
final class AwsClients {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private AwsClients() {}

    static S3Client s3(S3Settings settings) {
        return configure(S3Client.builder(), settings.endpoint(), settings)
                .forcePathStyle(settings.pathStyle())
                // Other servers than AWS's own do not know the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private static boolean isBrokenOff(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** @param endpoint null for AWS */
    static SqsClient sqs(S3Settings settings, URI endpoint) {
        return configure(SqsClient.builder(), endpoint, settings).build();
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, URI endpoint, S3Settings settings) {
        StandardRetryStrategy retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(settings.attempts())
                .circuitBreakerEnabled(false)
                // A listing that breaks off is to the SDK a listing that does not parse.
                .retryOnException(AwsClients::isBrokenOff)
                .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_WAIT, LONGEST_WAIT))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_WAIT.multipliedBy(5), LONGEST_WAIT))
                .build();
        builder.overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(retries)
                        .apiCallAttemptTimeout(settings.timeout())
                        .addExecutionInterceptor(new CountedRequests())
                        .build())
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(settings.connections())
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        if (settings.region() != null) {
            builder.region(Region.of(settings.region()));
        }
        return builder;
    }
}

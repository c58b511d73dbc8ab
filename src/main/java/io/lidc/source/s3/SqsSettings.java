package io.lidc.source.s3;

import java.net.URI;

/**
 * How SQS is reached, apart from what it shares with S3.
 *
 * @param endpoint of a server that speaks SQS; null for AWS
 * @param hiddenSeconds how long a message that was received is kept from other receivers, and from this one after a crash
 */
public record SqsSettings(URI endpoint, int hiddenSeconds) {}

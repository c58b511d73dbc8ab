package io.lidc.source.s3;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.config.ValueType;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of buckets, once (s3://BUCKET/PREFIX) and in the service. */
public final class S3Keys {
    public static final Key<Optional<URI>> ENDPOINT = Key.of(
            "s3.endpoint",
            "",
            ValueType.optional(ValueType.server()),
            "URL of another server than AWS: MinIO, or https://storage.googleapis.com.");
    public static final Key<String> REGION = Key.text(
            "s3.region",
            "",
            "a region such as eu-central-1, or nothing",
            region -> region.matches("[a-z0-9-]*"),
            "The region of buckets and queues, where the environment does not name it.");
    public static final Key<Boolean> PATH_STYLE = Key.flag(
            "s3.path-style",
            false,
            "Whether the bucket stands in the path of the URL, not in the name of the host. MinIO wants true.");
    public static final Key<Integer> FIRST_READ_BYTES = Key.wholeNumber(
            "s3.first-read-bytes",
            16 << 10,
            1 << 10,
            16 << 20,
            "Bytes of an object that are asked for at first; more are read only where the header goes on.");
    public static final Key<Integer> ATTEMPTS = Key.wholeNumber(
            "s3.attempts",
            8,
            1,
            20,
            "Attempts of a request that is throttled, times out or fails on the server, the first included.");
    public static final Key<Duration> TIMEOUT =
            Key.milliseconds("s3.timeout-ms", 30_000, 100, 600_000, "Timeout of one attempt, in milliseconds.");
    public static final Key<Boolean> ENABLED =
            Key.flag("s3.enabled", false, "Whether the service reads a bucket again and again (route s3).");
    public static final Key<String> SOURCE = Key.text(
            "s3.source",
            "s3://bucket/prefix",
            "s3://BUCKET or s3://BUCKET/PREFIX",
            source -> source.startsWith("s3://"),
            "The bucket that the service reads, or the part of it under a prefix.");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "s3.period-ms",
            600_000,
            100,
            86_400_000,
            "Time from the end of one pass over the bucket to the start of the next, in milliseconds.");

    public static final KeyGroup GROUP = KeyGroup.of(
                    "Buckets: S3",
                    ENDPOINT,
                    REGION,
                    PATH_STYLE,
                    FIRST_READ_BYTES,
                    ATTEMPTS,
                    TIMEOUT,
                    ENABLED,
                    SOURCE,
                    PERIOD)
            .withComment(
                    "Credentials come from the environment, a profile, a service account or the instance, as the AWS SDK looks"
                            + " for them.");

    private S3Keys() {}

    /**
     * How the settings have S3 reached.
     *
     * @param connections open at the same time at the most
     */
    public static S3Settings s3(Settings settings, int connections) {
        String region = settings.get(REGION);
        return new S3Settings(
                settings.get(ENDPOINT).orElse(null),
                region.isEmpty() ? null : region,
                settings.get(PATH_STYLE),
                connections,
                settings.get(FIRST_READ_BYTES),
                settings.get(ATTEMPTS),
                settings.get(TIMEOUT));
    }
}

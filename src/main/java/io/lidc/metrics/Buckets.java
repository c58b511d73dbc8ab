package io.lidc.metrics;

import java.time.Duration;
import java.util.Arrays;

/** Upper bounds of the buckets of histograms. */
final class Buckets {
    /** From what a header in the system's cache takes to what a timeout of S3 takes, in microseconds. */
    static final Duration[] READ = microseconds(
            50,
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000,
            25_000,
            50_000,
            100_000,
            250_000,
            500_000,
            1_000_000,
            5_000_000,
            30_000_000);

    /** From a look-up by a few keys to a transaction that waits for another, in microseconds. */
    static final Duration[] DATABASE = microseconds(
            500,
            1_000,
            2_500,
            5_000,
            10_000,
            25_000,
            50_000,
            100_000,
            250_000,
            500_000,
            1_000_000,
            2_500_000,
            10_000_000,
            30_000_000);

    /** Objects of a chunk. */
    static final double[] OBJECTS = {1, 5, 10, 50, 100, 250, 500, 1_000, 5_000, 10_000};

    private Buckets() {}

    private static Duration[] microseconds(long... bounds) {
        return Arrays.stream(bounds)
                .mapToObj(bound -> Duration.ofNanos(bound * 1_000))
                .toArray(Duration[]::new);
    }
}

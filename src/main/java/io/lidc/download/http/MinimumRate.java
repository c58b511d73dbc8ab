package io.lidc.download.http;

import java.time.Duration;

/**
 * The slowest transfer that is waited for.
 *
 * @param bytesPerSecond 0 for no minimum
 * @param window shortest time over which the rate is measured
 */
public record MinimumRate(long bytesPerSecond, Duration window) {
    private static final long DEFAULT_BYTES_PER_SECOND = 1024;

    /** 1,024 bytes a second. */
    public static MinimumRate over(Duration window) {
        return new MinimumRate(DEFAULT_BYTES_PER_SECOND, window);
    }

    /** Whether this many bytes in this time are no slower than the minimum. */
    public boolean isMet(long bytes, long nanos) {
        return bytes >= bytesPerSecond * (nanos / 1e9);
    }
}

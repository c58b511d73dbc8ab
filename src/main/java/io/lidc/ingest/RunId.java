package io.lidc.ingest;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of runs: the time in UTC, so that they sort, and a random part, so that two processes never share one. */
public final class RunId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private RunId() {}

    /** A new one. */
    public static String next() {
        return TIME.format(Instant.now()) + String.format("-%06x", RANDOM.nextInt(1 << 24));
    }
}

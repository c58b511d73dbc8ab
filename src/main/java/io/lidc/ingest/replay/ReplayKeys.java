package io.lidc.ingest.replay;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.time.Duration;

/** Settings of reading again what could not be read. */
public final class ReplayKeys {
    public static final Key<Integer> MAX_ATTEMPTS = Key.wholeNumber(
            "replay.max-attempts",
            5,
            1,
            1_000_000,
            "Attempts to read an object in one state, after which replay leaves it with its record. An object that has changed"
                    + " counts anew.");
    public static final Key<Boolean> ENABLED = Key.flag(
            "replay.enabled",
            false,
            "Whether the service reads again and again what could not be read (route replay-failed).");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "replay.period-ms",
            3_600_000,
            100,
            604_800_000,
            "Time from the end of one replay to the start of the next, in milliseconds.");

    public static final KeyGroup GROUP = KeyGroup.of("Replay", MAX_ATTEMPTS, ENABLED, PERIOD);

    private ReplayKeys() {}
}

package io.lidc.alert;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.Settings;
import io.lidc.config.ValueType;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of what somebody has to know of. */
public final class AlertKeys {
    public static final Key<Boolean> ENABLED = Key.flag(
            "alert.enabled",
            true,
            "Whether the service opens alerts, in the table alert, and tells the enabled channels.");
    public static final Key<Duration> PERIOD = Key.milliseconds(
            "alert.period-ms", 5_000, 100, 3_600_000, "Time between two looks at the conditions, in milliseconds.");
    public static final Key<Double> FAILURE_SHARE = Key.share(
            "alert.failure-share",
            0.05,
            "Share of unreadable objects, among the last that a source gave, above which there is an alert.");
    public static final Key<Integer> FAILURE_MIN_OBJECTS = Key.wholeNumber(
            "alert.failure-min-objects", 100, 1, 1_000_000, "Objects without which a share of them means nothing.");
    public static final Key<Integer> FAILURE_OBJECTS = Key.wholeNumber(
            "alert.failure-objects", 1_000, 1, 10_000_000, "How many of the last objects count, to the chunk.");
    public static final Key<Duration> FAILURE_MINUTES = Key.of(
            "alert.failure-minutes",
            "15",
            minutes(1, 10_080),
            "How many of the last minutes count. When nothing was read for so long, the alert is over.");
    public static final Key<Duration> SILENCE_MINUTES = Key.of(
            "alert.silence-minutes",
            "0",
            minutes(0, 525_600),
            "Minutes without a new object after which there is an alert; 0 for none.");
    public static final Key<Double> DISK_FREE_SHARE = Key.share(
            "alert.disk-free-share", 0.05, "Free share of the disk of the dead letters below which there is an alert.");
    public static final Key<Optional<URI>> LINK = Key.of(
            "alert.link",
            "",
            ValueType.optional(ValueType.server()),
            "Where the status page is reached, for links in messages.");

    public static final KeyGroup GROUP = KeyGroup.of(
            "Alerts",
            ENABLED,
            PERIOD,
            FAILURE_SHARE,
            FAILURE_MIN_OBJECTS,
            FAILURE_OBJECTS,
            FAILURE_MINUTES,
            SILENCE_MINUTES,
            DISK_FREE_SHARE,
            LINK);

    private AlertKeys() {}

    private static ValueType<Duration> minutes(int min, int max) {
        ValueType<Integer> number = ValueType.wholeNumber(min, max);
        return new ValueType<>(
                number.allowed(),
                text -> Duration.ofMinutes(number.parser().apply(text)),
                duration -> Long.toString(duration.toMinutes()));
    }

    static FailureRateWatch.Bounds failureBounds(Settings settings) {
        return new FailureRateWatch.Bounds(
                settings.get(FAILURE_SHARE),
                settings.get(FAILURE_MIN_OBJECTS),
                settings.get(FAILURE_OBJECTS),
                settings.get(FAILURE_MINUTES));
    }
}

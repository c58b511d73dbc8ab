package io.lidc.status;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import io.lidc.config.ValueType;

/** Settings of the server that shows how the service does. */
public final class StatusKeys {
    /** The value of {@link #PORT} for the first port that is free. */
    public static final int ANY_PORT = 0;

    private static final String AUTO = "auto";
    private static final ValueType<Integer> NUMBER = ValueType.wholeNumber(1, 65_535);

    public static final Key<Boolean> ENABLED = Key.flag(
            "status.enabled",
            true,
            "Whether the service shows a status page, health and metrics. Health is at /observe/health/live, ready and started,"
                    + " metrics for Prometheus are at /observe/metrics.");
    public static final Key<String> HOST = Key.text(
            "status.host",
            "127.0.0.1",
            "a host name or address",
            host -> !host.isEmpty(),
            "Address to listen on. 0.0.0.0 is every address of the machine; then a token is needed.");
    public static final Key<Integer> PORT = Key.of(
            "status.port",
            AUTO,
            new ValueType<>(
                    AUTO + " or " + NUMBER.allowed(),
                    text -> text.equals(AUTO) ? ANY_PORT : NUMBER.parser().apply(text)),
            "Port to listen on. auto is the first that is free from " + StatusServer.FIRST_PORT + " to "
                    + StatusServer.LAST_PORT + "; the log of the start tells which.");
    public static final SecretKey TOKEN = SecretKey.of(
            "STATUS_TOKEN",
            "status.token-file",
            "The bearer token that whoever sees figures must show, 16 characters or more. It may be missing on a loopback address"
                    + " only. Health needs none.");
    public static final Key<Boolean> OPEN_METRICS =
            Key.flag("status.open-metrics", false, "Whether metrics are shown without a token.");
    public static final Key<Long> MIN_FREE_BYTES = Key.longNumber(
            "status.min-free-bytes",
            100L << 20,
            0,
            Long.MAX_VALUE - 1,
            "Bytes that the disk of the dead letters must have left; with less, the service is not ready.");

    public static final KeyGroup GROUP = KeyGroup.of(
            "Service: status page, health, metrics", ENABLED, HOST, PORT, TOKEN, OPEN_METRICS, MIN_FREE_BYTES);

    private StatusKeys() {}
}

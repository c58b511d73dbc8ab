package io.lidc.stow;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the service that clients push objects to. */
public final class PushKeys {
    public static final Key<Boolean> ENABLED = Key.flag(
            "push.enabled",
            false,
            "Whether clients may push objects (route push). DICOMweb STOW-RS goes to /studies and /studies/{study},"
                    + " single files and zip files go to /instances.");
    public static final Key<String> HOST = Key.text(
            "push.host",
            "127.0.0.1",
            "a host name or address",
            host -> !host.isEmpty(),
            "Address to listen on. 0.0.0.0 is every address of the machine.");
    public static final Key<Integer> PORT = Key.wholeNumber("push.port", 8080, 1, 65_535, "Port to listen on.");
    public static final SecretKey TOKEN = SecretKey.of(
            "PUSH_TOKEN",
            "push.token-file",
            "The bearer token that clients must show, 16 characters or more. It may be missing on a loopback address only.");
    public static final Key<Boolean> TLS = Key.flag("push.tls", false, "Whether to serve over TLS.");
    public static final Key<Optional<Path>> TLS_KEYSTORE =
            Key.optionalFile("push.tls-keystore", "PKCS12 file with the key and the certificate of TLS.");
    public static final SecretKey TLS_PASSWORD =
            SecretKey.of("PUSH_TLS_PASSWORD", "push.tls-password-file", "The password of push.tls-keystore.");
    public static final Key<Optional<Path>> KEEP = Key.optionalDirectory(
            "push.keep",
            "Folder in which pushed objects are kept, each under the SHA-256 of its bytes. Without one, only their metadata"
                    + " are kept.");
    public static final Key<Integer> MAX_REQUESTS = Key.wholeNumber(
            "push.max-requests", 32, 1, 1_000, "Requests served at the same time; more are answered with 429.");
    public static final Key<Integer> MAX_PARTS =
            Key.wholeNumber("push.max-parts", 10_000, 1, 1_000_000, "Parts of one request, at most.");
    public static final Key<Long> MAX_REQUEST_BYTES =
            Key.longNumber("push.max-request-bytes", 4L << 30, 1, Long.MAX_VALUE - 1, "Bytes of one request, at most.");
    public static final Key<Long> MAX_INSTANCE_BYTES = Key.longNumber(
            "push.max-instance-bytes", 1L << 30, 1, Long.MAX_VALUE - 1, "Bytes of one instance, at most.");
    public static final Key<Duration> TIMEOUT = Key.seconds(
                    "push.timeout-seconds", 60, 1, 3_600, "Seconds to wait for a client that sends nothing.")
            .renamedFrom("push.patience-seconds");

    public static final Key<Integer> MAX_CONNECTIONS = Key.wholeNumber(
            "push.max-connections",
            1_000,
            1,
            100_000,
            "Connections open at the same time; more wait. It needs no token.");
    public static final Key<Integer> MIN_BYTES_PER_SECOND = Key.wholeNumber(
            "push.min-bytes-per-second",
            1_024,
            1,
            1 << 30,
            "Bytes of a request for each second that the server waits for them, at least. A slower client is given up.");
    public static final Key<Duration> MAX_CONTENT_TIME = Key.seconds(
            "push.max-content-seconds",
            3_600,
            1,
            86_400,
            "Seconds that the server waits for the bytes of one request, in all.");
    public static final Key<Duration> RUN_IDLE = Key.seconds(
            "push.run-idle-seconds",
            300,
            1,
            86_400,
            "Seconds without a request after which a run of pushed objects ends. The next request starts the next run.");

    public static final KeyGroup GROUP = KeyGroup.of(
            "Service: push",
            ENABLED,
            HOST,
            PORT,
            TOKEN,
            TLS,
            TLS_KEYSTORE,
            TLS_PASSWORD,
            KEEP,
            MAX_REQUESTS,
            MAX_PARTS,
            MAX_REQUEST_BYTES,
            MAX_INSTANCE_BYTES,
            TIMEOUT,
            MAX_CONNECTIONS,
            MIN_BYTES_PER_SECOND,
            MAX_CONTENT_TIME,
            RUN_IDLE);

    private static final int MAX_CHUNK = 100;

    private PushKeys() {}

    /**
     * The bounds that the settings draw.
     *
     * @param chunkSize objects that the settings put into one transaction
     */
    public static PushLimits limits(Settings settings, int chunkSize) {
        return new PushLimits(
                settings.get(MAX_REQUESTS),
                settings.get(MAX_PARTS),
                settings.get(MAX_REQUEST_BYTES),
                settings.get(MAX_INSTANCE_BYTES),
                Math.min(MAX_CHUNK, chunkSize),
                new ClientLimits(
                        settings.get(MAX_CONNECTIONS),
                        (int) settings.get(TIMEOUT).toSeconds(),
                        settings.get(MIN_BYTES_PER_SECOND),
                        (int) settings.get(MAX_CONTENT_TIME).toSeconds()));
    }
}

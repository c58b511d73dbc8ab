package io.lidc.config;

import io.lidc.store.DatabaseUrl;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The settings of config/application.properties, with what each may be. */
public enum Setting {
    DATABASE_URL(
            "database.url",
            "a JDBC URL such as jdbc:sqlite:outputs/lidc.db or jdbc:postgresql://host/lidc",
            value -> value.startsWith("jdbc:")),
    DATABASE_USER("database.user", "a name, or nothing", value -> true),
    DATABASE_PASSWORD_FILE("database.password-file", "a file, or nothing", value -> true),
    DATABASE_RETRIES("database.retries", "a whole number from 0 to 1000", wholeNumber(0, 1_000)),
    DATABASE_RETRY_DELAY_MS("database.retry-delay-ms", "a whole number from 1 to 600000", wholeNumber(1, 600_000)),
    DATABASE_RETRY_MAX_DELAY_MS(
            "database.retry-max-delay-ms", "a whole number from 1 to 600000", wholeNumber(1, 600_000)),
    PRIVACY_PATIENT(
            "privacy.patient", "keep, pseudonymise or drop", value -> Arrays.asList("keep", "pseudonymise", "drop")
                    .contains(value)),
    PRIVACY_KEY_FILE("privacy.key-file", "a file, or nothing", value -> true),
    INGEST_CHUNK_SIZE("ingest.chunk-size", "a whole number from 1 to 10000", wholeNumber(1, 10_000)),
    INGEST_READERS(
            "ingest.readers",
            "auto or a whole number from 1 to 256",
            value -> value.equals("auto") || wholeNumber(1, 256).test(value)),
    INGEST_REMOTE_READERS("ingest.remote-readers", "a whole number from 1 to 512", wholeNumber(1, 512)),
    FAILURE_THRESHOLD("failure.threshold", "a number from 0 to 1", Setting::isShare),
    DEAD_LETTER_DIRECTORY("dead-letter.directory", "a folder", value -> !value.isEmpty()),
    DEAD_LETTER_COPY("dead-letter.copy", "true or false", Setting::isBoolean),
    DEAD_LETTER_BUCKET(
            "dead-letter.bucket",
            "empty or the name of a bucket",
            value -> value.isEmpty() || value.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")),
    HEADER_FIRST_READ_BYTES("header.first-read-bytes", "a whole number from 256 to 1048576", wholeNumber(256, 1 << 20)),
    HEADER_MAX_BYTES("header.max-bytes", "a whole number from 1048576 to 1073741824", wholeNumber(1 << 20, 1 << 30)),
    HEADER_MAX_VALUE_BYTES("header.max-value-bytes", "a whole number from 64 to 1073741824", wholeNumber(64, 1 << 30)),
    HEADER_MAX_DEPTH("header.max-depth", "a whole number from 1 to 1000", wholeNumber(1, 1_000)),
    HEADER_MAX_ELEMENTS("header.max-elements", "a whole number from 1 to 100000000", wholeNumber(1, 100_000_000)),
    HEADER_MAX_INFLATE_RATIO("header.max-inflate-ratio", "a whole number from 1 to 100000", wholeNumber(1, 100_000)),
    ARCHIVE_MAX_ENTRIES("archive.max-entries", "a whole number from 1 to 100000000", wholeNumber(1, 100_000_000)),
    ARCHIVE_MAX_BYTES(
            "archive.max-bytes", "a whole number from 1048576 to 1125899906842624", wholeNumber(1 << 20, 1L << 50)),
    ARCHIVE_MAX_RATIO("archive.max-ratio", "a whole number from 1 to 100000", wholeNumber(1, 100_000)),
    FOLDER_ENABLED("folder.enabled", "true or false", Setting::isBoolean),
    FOLDER_PATH("folder.path", "a folder", value -> !value.isEmpty()),
    FOLDER_PERIOD_MS("folder.period-ms", "a whole number from 100 to 86400000", wholeNumber(100, 86_400_000)),
    INBOX_ENABLED("inbox.enabled", "true or false", Setting::isBoolean),
    INBOX_PATH("inbox.path", "a folder", value -> !value.isEmpty()),
    INBOX_PERIOD_MS("inbox.period-ms", "a whole number from 100 to 86400000", wholeNumber(100, 86_400_000)),
    INBOX_QUIET_MS("inbox.quiet-ms", "a whole number from 0 to 86400000", wholeNumber(0, 86_400_000)),
    INBOX_AFTER_COMMIT("inbox.after-commit", "move, delete or leave", Set.of("move", "delete", "leave")::contains),
    S3_ENDPOINT("s3.endpoint", "empty or the http(s) URL of a server", Setting::isEndpoint),
    S3_REGION("s3.region", "empty or a region such as eu-central-1", value -> value.matches("[a-z0-9-]*")),
    S3_PATH_STYLE("s3.path-style", "true or false", Setting::isBoolean),
    S3_FIRST_READ_BYTES("s3.first-read-bytes", "a whole number from 1024 to 16777216", wholeNumber(1024, 1 << 24)),
    S3_ATTEMPTS("s3.attempts", "a whole number from 1 to 20", wholeNumber(1, 20)),
    S3_TIMEOUT_MS("s3.timeout-ms", "a whole number from 100 to 600000", wholeNumber(100, 600_000)),
    S3_ENABLED("s3.enabled", "true or false", Setting::isBoolean),
    S3_SOURCE("s3.source", "s3://BUCKET or s3://BUCKET/PREFIX", value -> value.startsWith("s3://")),
    S3_PERIOD_MS("s3.period-ms", "a whole number from 100 to 86400000", wholeNumber(100, 86_400_000)),
    SQS_ENABLED("sqs.enabled", "true or false", Setting::isBoolean),
    SQS_QUEUE("sqs.queue", "the name of a queue or its URL", value -> !value.isEmpty()),
    SQS_ENDPOINT("sqs.endpoint", "empty or the http(s) URL of a server", Setting::isEndpoint),
    SQS_HIDDEN_S("sqs.hidden-s", "a whole number from 1 to 43200", wholeNumber(1, 43_200)),
    SQS_PERIOD_MS("sqs.period-ms", "a whole number from 100 to 86400000", wholeNumber(100, 86_400_000)),
    DOWNLOAD_DIRECTORY("download.directory", "a folder", value -> !value.isEmpty()),
    DOWNLOAD_ALLOWED_HOSTS("download.allowed-hosts", "names of hosts, parted by commas", value -> !value.contains("/")),
    DOWNLOAD_ALLOW_PRIVATE_ADDRESSES("download.allow-private-addresses", "true or false", Setting::isBoolean),
    DOWNLOAD_PARALLEL("download.parallel", "a whole number from 1 to 64", wholeNumber(1, 64)),
    DOWNLOAD_PATIENCE_SECONDS("download.patience-seconds", "a whole number from 1 to 3600", wholeNumber(1, 3_600)),
    DOWNLOAD_MAX_FILE_BYTES("download.max-file-bytes", "a whole number from 1", wholeNumber(1, Long.MAX_VALUE)),
    DOWNLOAD_ENABLED("download.enabled", "true or false", Setting::isBoolean),
    DOWNLOAD_SOURCE("download.source", "a manifest or a place in SharePoint", value -> true),
    DOWNLOAD_PERIOD_MS("download.period-ms", "a whole number from 100 to 604800000", wholeNumber(100, 604_800_000)),
    PUSH_ENABLED("push.enabled", "true or false", Setting::isBoolean),
    PUSH_HOST("push.host", "a host name or address", value -> !value.isEmpty()),
    PUSH_PORT("push.port", "a whole number from 1 to 65535", wholeNumber(1, 65_535)),
    PUSH_TOKEN_FILE("push.token-file", "a file, or nothing", value -> true),
    PUSH_TLS("push.tls", "true or false", Setting::isBoolean),
    PUSH_TLS_KEYSTORE("push.tls-keystore", "a PKCS12 file, or nothing", value -> true),
    PUSH_TLS_PASSWORD_FILE("push.tls-password-file", "a file, or nothing", value -> true),
    PUSH_KEEP("push.keep", "a folder, or nothing", value -> true),
    PUSH_MAX_REQUESTS("push.max-requests", "a whole number from 1 to 1000", wholeNumber(1, 1_000)),
    PUSH_MAX_PARTS("push.max-parts", "a whole number from 1 to 1000000", wholeNumber(1, 1_000_000)),
    PUSH_MAX_REQUEST_BYTES("push.max-request-bytes", "a whole number from 1", wholeNumber(1, Long.MAX_VALUE - 1)),
    PUSH_MAX_INSTANCE_BYTES("push.max-instance-bytes", "a whole number from 1", wholeNumber(1, Long.MAX_VALUE - 1)),
    PUSH_PATIENCE_SECONDS("push.patience-seconds", "a whole number from 1 to 3600", wholeNumber(1, 3_600)),
    PUSH_MAX_CONNECTIONS("push.max-connections", "a whole number from 1 to 100000", wholeNumber(1, 100_000)),
    PUSH_MIN_BYTES_PER_SECOND(
            "push.min-bytes-per-second", "a whole number from 1 to 1073741824", wholeNumber(1, 1 << 30)),
    PUSH_MAX_CONTENT_SECONDS("push.max-content-seconds", "a whole number from 1 to 86400", wholeNumber(1, 86_400)),
    PUSH_RUN_IDLE_SECONDS("push.run-idle-seconds", "a whole number from 1 to 86400", wholeNumber(1, 86_400)),
    NBIA_ENDPOINT("nbia.endpoint", "an http(s) URL", Setting::isUrl),
    GRAPH_ENDPOINT("graph.endpoint", "an http(s) URL", Setting::isUrl),
    GRAPH_LOGIN_ENDPOINT("graph.login-endpoint", "an http(s) URL", Setting::isUrl),
    GRAPH_TENANT("graph.tenant", "the id or domain of a tenant", value -> true),
    GRAPH_CLIENT_ID("graph.client-id", "the id of an application", value -> true),
    GRAPH_CLIENT_SECRET_FILE("graph.client-secret-file", "a file, or nothing", value -> true);

    private final String key;
    private final String allowed;
    private final Predicate<String> valid;

    Setting(String key, String allowed, Predicate<String> valid) {
        this.key = key;
        this.allowed = allowed;
        this.valid = valid;
    }

    /** Its name in the file. */
    public String key() {
        return key;
    }

    /** The environment variable that wins over the file. */
    public String environmentVariable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    void check(String value) throws UsageException {
        if (value == null) {
            throw new UsageException("the setting " + key + " is missing; it must be " + allowed);
        }
        if (!valid.test(value)) {
            throw new UsageException(
                    "the setting " + key + " is '" + DatabaseUrl.redacted(value) + "'; it must be " + allowed);
        }
    }

    private static Predicate<String> wholeNumber(long least, long most) {
        return value -> {
            try {
                long number = Long.parseLong(value);
                return number >= least && number <= most;
            } catch (NumberFormatException e) {
                return false;
            }
        };
    }

    private static boolean isEndpoint(String value) {
        return value.isEmpty() || value.matches("https?://[^/\\s]+/?");
    }

    private static boolean isShare(String value) {
        try {
            double share = Double.parseDouble(value);
            return share >= 0 && share <= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        return value.startsWith("https://") || value.startsWith("http://");
    }

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }
}

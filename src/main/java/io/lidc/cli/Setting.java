package io.lidc.cli;

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
    SQS_PERIOD_MS("sqs.period-ms", "a whole number from 100 to 86400000", wholeNumber(100, 86_400_000));

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

    private static boolean isBoolean(String value) {
        return value.equals("true") || value.equals("false");
    }
}

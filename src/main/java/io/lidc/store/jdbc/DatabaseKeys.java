package io.lidc.store.jdbc;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import java.time.Duration;

/** Settings of the database. */
public final class DatabaseKeys {
    /** Which database. */
    public static final Key<String> URL = Key.text(
            "database.url",
            "jdbc:sqlite:outputs/lidc.db",
            "a JDBC URL such as jdbc:sqlite:outputs/lidc.db or jdbc:postgresql://host/lidc",
            url -> url.startsWith("jdbc:"),
            "JDBC URL of the database. SQLite: jdbc:sqlite:FILE (created where it is missing). PostgreSQL:"
                    + " jdbc:postgresql://HOST/DATABASE.");

    /** Who signs in. */
    public static final Key<String> USER =
            Key.text("database.user", "", "a name, or nothing", user -> true, "The user that signs in to PostgreSQL.");

    /** By what they sign in. */
    public static final SecretKey PASSWORD =
            SecretKey.of("DATABASE_PASSWORD", "database.password-file", "The password of database.user.");

    /** How often the same work is attempted again. */
    public static final Key<Integer> RETRIES = Key.wholeNumber(
            "database.retries",
            20,
            0,
            1_000,
            "Retries of a chunk while the database is unavailable or busy. With the defaults of this setting and"
                    + " the next two, a run gives up after some two and a half minutes.");

    /** How long the first wait between attempts is. */
    public static final Key<Duration> RETRY_DELAY = Key.milliseconds(
            "database.retry-delay-ms",
            100,
            1,
            600_000,
            "The first wait before a retry, in milliseconds. Each wait is twice as long as the one before.");

    /** How long a wait between attempts is at the most. */
    public static final Key<Duration> RETRY_MAX_DELAY = Key.milliseconds(
            "database.retry-max-delay-ms", 10_000, 1, 600_000, "The longest wait before a retry, in milliseconds.");

    /** All of them. */
    public static final KeyGroup GROUP =
            KeyGroup.of("Database", URL, USER, PASSWORD, RETRIES, RETRY_DELAY, RETRY_MAX_DELAY);

    private DatabaseKeys() {}

    /** Who signs in, as the settings say. */
    public static Credentials credentials(Settings settings) {
        return new Credentials(settings.get(USER), settings.secret(PASSWORD));
    }
}

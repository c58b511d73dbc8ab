package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.Credentials;
import io.lidc.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** Options of every command that works on a database. */
final class DatabaseOptions {
    @Option(names = "--db", paramLabel = "URL", description = "JDBC URL of the database, e.g. jdbc:sqlite:my.db")
    private String url;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for outputs: the database lidc.db, unless --db names one, and the dead letters")
    private Path out;

    /** The settings in force, with these options over them. */
    Settings settings() throws UsageException {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        if (out != null) {
            options.put(Setting.DATABASE_URL, "jdbc:sqlite:" + out.resolve("lidc.db"));
            options.put(
                    Setting.DEAD_LETTER_DIRECTORY, out.resolve("dead-letter").toString());
        }
        if (url != null) {
            options.put(Setting.DATABASE_URL, url);
        }
        return Settings.load(home(), System.getenv(), options);
    }

    /** Opens the database that the settings name. */
    static HikariDataSource open(Settings settings) throws UsageException {
        return by(Database::open, settings);
    }

    /** The database that the settings name, see {@link Database#unopened}. */
    static HikariDataSource unopened(Settings settings) throws UsageException {
        return by(Database::unopened, settings);
    }

    private interface Opening {
        HikariDataSource of(String url, Credentials credentials) throws SQLException;
    }

    private static HikariDataSource by(Opening opening, Settings settings) throws UsageException {
        try {
            return opening.of(
                    settings.get(Setting.DATABASE_URL), settings.secrets().database());
        } catch (SQLException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** Opens it; while it does not answer, waits and tries again. */
    static HikariDataSource await(Settings settings, Terminal terminal) throws UsageException, InterruptedException {
        long delay = settings.longNumber(Setting.DATABASE_RETRY_DELAY_MS);
        while (true) {
            try {
                return open(settings);
            } catch (UsageException e) {
                if (!(e.getCause() instanceof SQLTransientException)) {
                    throw e;
                }
                terminal.error(e.getMessage() + "; trying again in " + delay + " ms");
                TimeUnit.MILLISECONDS.sleep(delay);
                delay = Math.min(delay * 2, settings.longNumber(Setting.DATABASE_RETRY_MAX_DELAY_MS));
            }
        }
    }

    /** The folder that holds config/ and routes/. */
    static Path home() {
        return Path.of(System.getProperty("lidc.home", "")).toAbsolutePath();
    }
}

package io.lidc.app;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.store.jdbc.Credentials;
import io.lidc.store.jdbc.Database;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.temporary.TemporaryDirectory;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.function.Consumer;

/** The database that the settings name. */
public final class ConfiguredDatabase {
    private static final String SQLITE_TEMPORARY = "org.sqlite.tmpdir";

    private ConfiguredDatabase() {}

    private interface Opening {
        HikariDataSource of(String url, Credentials credentials) throws SQLException;
    }

    /** Opens it, with the newest schema. */
    public static HikariDataSource open(Settings settings) throws UsageException {
        return by(Database::open, settings);
    }

    /**
     * Opens it, where it is there already.
     *
     * @throws UsageException also when there is none: it is not created
     */
    public static HikariDataSource openExisting(Settings settings) throws UsageException {
        return by(Database::openExisting, settings);
    }

    /** It, before anybody has asked for a connection, see {@link Database#unopened}. */
    public static HikariDataSource unopened(Settings settings) throws UsageException {
        return by(Database::unopened, settings);
    }

    /** Opens it; while it does not answer, waits and tries again. Empty where a stop was requested meanwhile. */
    public static Optional<HikariDataSource> await(Settings settings, StopRequest stop, Consumer<String> log)
            throws UsageException, InterruptedException {
        long delay = settings.get(DatabaseKeys.RETRY_DELAY).toMillis();
        while (!stop.isRequested()) {
            try {
                return Optional.of(open(settings));
            } catch (UsageException e) {
                if (!(e.getCause() instanceof SQLTransientException)) {
                    throw e;
                }
                log.accept(e.getMessage() + "; trying again in " + delay + " ms");
                stop.await(delay);
                delay = Math.min(
                        delay * 2, settings.get(DatabaseKeys.RETRY_MAX_DELAY).toMillis());
            }
        }
        return Optional.empty();
    }

    private static HikariDataSource by(Opening opening, Settings settings) throws UsageException {
        keepTemporaryFilesTogether();
        try {
            return opening.of(settings.get(DatabaseKeys.URL), DatabaseKeys.credentials(settings));
        } catch (SQLException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The driver of SQLite unpacks its native library: after a kill, the next start deletes it. */
    private static void keepTemporaryFilesTogether() throws UsageException {
        if (System.getProperty(SQLITE_TEMPORARY) == null) {
            try {
                System.setProperty(
                        SQLITE_TEMPORARY, TemporaryDirectory.ofProcess().path().toString());
            } catch (IOException e) {
                throw new UsageException("no temporary files can be written: " + e, e);
            }
        }
    }
}

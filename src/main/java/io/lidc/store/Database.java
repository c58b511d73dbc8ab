package io.lidc.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens a database and brings its schema forward. */
public final class Database {
    private static final String SQLITE = "jdbc:sqlite:";
    /** WAL lets readers work while a chunk is written; with it, NORMAL loses no commit to a killed process. */
    private static final String[][] SQLITE_SETTINGS = {
        {"journal_mode", "WAL"},
        {"synchronous", "NORMAL"},
        {"busy_timeout", "30000"},
        {"transaction_mode", "IMMEDIATE"},
        {"cache_size", "-131072"},
        {"temp_store", "MEMORY"},
    };

    /**
     * Pages in the log before they are moved into the database. Keys come in no order, so that a chunk touches many pages of
     * the indexes; the more chunks share a move, the fewer pages are written twice.
     */
    private static final String SQLITE_CHECKPOINT = "pragma wal_autocheckpoint = 20000";

    private Database() {}

    /**
     * Opens the database, creating it where it is SQLite and missing, with the newest schema.
     *
     * @param url {@code jdbc:sqlite:FILE}
     * @throws SQLException when it cannot be opened, in words for the person who runs the program
     */
    public static HikariDataSource open(String url) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("database");
        if (isSqlite(url)) {
            createFolder(Path.of(url.substring(SQLITE.length())).toAbsolutePath());
            // A connection's page cache is void as soon as another connection has written.
            config.setMaximumPoolSize(1);
            config.setConnectionInitSql(SQLITE_CHECKPOINT);
            for (String[] setting : SQLITE_SETTINGS) {
                config.addDataSourceProperty(setting[0], setting[1]);
            }
        } else {
            throw new SQLException("no support for the database " + scheme(url) + "; use " + SQLITE + "FILE");
        }
        return migrated(config, url);
    }

    private static HikariDataSource migrated(HikariConfig config, String url) throws SQLException {
        HikariDataSource dataSource = null;
        try {
            dataSource = new HikariDataSource(config);
            migrate(dataSource);
            return dataSource;
        } catch (RuntimeException e) {
            if (dataSource != null) {
                dataSource.close();
            }
            throw new SQLException("cannot open the database " + url + ": " + rootMessage(e), e);
        }
    }

    private static void migrate(HikariDataSource dataSource) throws FlywayException {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
                .load()
                .migrate();
    }

    private static boolean isSqlite(String url) {
        return url.startsWith(SQLITE);
    }

    private static void createFolder(Path file) throws SQLException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new SQLException("cannot create the folder of the database, " + file.getParent() + ": " + e, e);
        }
    }

    private static String scheme(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(jdbc:[^:]*).*$", "$1");
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}

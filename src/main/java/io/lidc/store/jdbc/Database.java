package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Opens a database and brings its schema forward. */
public final class Database {
    private Database() {}

    /**
     * Opens the database, creating it where it is SQLite and missing, with the newest schema.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     * @param credentials of a database that asks for them; they win over those in the URL
     * @throws java.sql.SQLTransientException when it does not answer, so that a later attempt may succeed
     * @throws SQLException when it cannot be opened, in words for the person who runs the program and without a password
     */
    public static HikariDataSource open(String url, Credentials credentials) throws SQLException {
        HikariDataSource dataSource = unopened(url, credentials);
        try {
            prepare(dataSource);
            return dataSource;
        } catch (SQLException e) {
            dataSource.close();
            throw e;
        }
    }

    /**
     * Opens a database that is there, and brings its schema forward. It creates nothing: no file, and no schema in a database
     * without one.
     *
     * @throws DatabaseUnavailableException when there is none
     * @throws SQLException as {@link #open} throws it
     */
    public static HikariDataSource openExisting(String url, Credentials credentials) throws SQLException {
        String clean = DatabaseUrl.parse(url).url();
        Dialect dialect = Dialect.of(clean);
        if (!dialect.exists(clean)) {
            throw new DatabaseUnavailableException("there is no database " + dialect.place(clean), null);
        }
        HikariDataSource dataSource = unopened(url, credentials);
        try {
            requireSchema(dataSource, dialect);
            prepare(dataSource);
            return dataSource;
        } catch (SQLException e) {
            dataSource.close();
            throw e;
        }
    }

    private static void requireSchema(HikariDataSource dataSource, Dialect dialect) throws SQLException {
        String url = dataSource.getJdbcUrl();
        try (Connection connection = connect(dataSource);
                ResultSet table = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!table.next()) {
                throw new DatabaseUnavailableException(
                        dialect.place(url) + " holds no tables of this program; an ingest creates them", null);
            }
        } catch (SQLException e) {
            throw Fault.describe(dialect, url, "cannot open the database " + DatabaseUrl.redacted(url) + ": ", e);
        }
    }

    /** The file of a database that is one; empty where it is on a server. */
    public static Optional<Path> file(String url) {
        return url.startsWith(Sqlite.SCHEME) ? Optional.of(Sqlite.path(url)) : Optional.empty();
    }

    /**
     * A database that nobody has asked for a connection yet; {@link #prepare} comes first.
     *
     * @throws SQLException when the URL is wrong or the folder of a file cannot be made
     */
    public static HikariDataSource unopened(String url, Credentials credentials) throws SQLException {
        Dialect dialect = Dialect.of(url);
        DatabaseUrl clean = DatabaseUrl.parse(url);
        if (clean.hasUserInfo()) {
            throw new SQLException("the database's URL names a user before the host; JDBC takes them from"
                    + " DATABASE_USER and DATABASE_PASSWORD, or from ?user=…&password=…");
        }
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(clean.url());
        dataSource.setPoolName("database");
        signIn(dataSource, credentials.or(clean.credentials()));
        dialect.configure(dataSource);
        return dataSource;
    }

    /** Opens what {@link #unopened} gave and brings its schema forward; throws what {@link #open} throws. */
    public static void prepare(HikariDataSource dataSource) throws SQLException {
        String url = dataSource.getJdbcUrl();
        Dialect dialect = Dialect.of(url);
        try {
            connect(dataSource).close();
            migrate(dataSource, dialect);
        } catch (SQLException | RuntimeException e) {
            throw Fault.describe(
                    dialect, url, "cannot open the database " + DatabaseUrl.redacted(url) + ": ", sqlCause(e));
        }
    }

    private static void signIn(HikariConfig config, Credentials credentials) {
        if (!credentials.user().isEmpty()) {
            config.setUsername(credentials.user());
        }
        if (!credentials.password().isEmpty()) {
            config.setPassword(credentials.password());
        }
    }

    /** One connection without the pool: a pool that finds no database logs stack traces and waits. */
    private static Connection connect(HikariConfig config) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(config.getDataSourceProperties());
        properties.remove(Sqlite.OPEN_MODE);
        if (config.getUsername() != null) {
            properties.setProperty("user", config.getUsername());
        }
        if (config.getPassword() != null) {
            properties.setProperty("password", config.getPassword());
        }
        return DriverManager.getConnection(config.getJdbcUrl(), properties);
    }

    /** A schema that is up to date needs no lock, and may be in use. */
    private static void migrate(HikariDataSource dataSource, Dialect dialect) throws SQLException, FlywayException {
        boolean pending;
        try (HikariDataSource reading = migrationPool(dataSource, "DEFERRED")) {
            MigrationInfoService migrations = flyway(reading, dialect).info();
            refuseNewer(migrations);
            pending = migrations.pending().length > 0;
        }
        if (pending) {
            try (HikariDataSource writing = migrationPool(dataSource, "IMMEDIATE")) {
                awaitLock(writing, dialect);
                flyway(writing, dialect).migrate();
            }
        }
    }

    /** Once and in the driver's words: Flyway waits for a lock twice, and then speaks of the second time. */
    private static void awaitLock(HikariDataSource dataSource, Dialect dialect) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            dialect.begin(connection);
            dialect.rollback(connection);
        }
    }

    /** A pool of its own: a connection whose migration failed halfway serves nobody else, and a migration may take its time. */
    private static HikariDataSource migrationPool(HikariDataSource dataSource, String transactionMode) {
        HikariConfig config = new HikariConfig();
        dataSource.copyStateTo(config);
        config.setPoolName("migration");
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.addDataSourceProperty("socketTimeout", "0");
        config.addDataSourceProperty("transaction_mode", transactionMode);
        return new HikariDataSource(config);
    }

    private static Flyway flyway(HikariDataSource dataSource, Dialect dialect) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", dialect.migrations())
                .load();
    }

    /** Flyway itself only warns of migrations that it does not know. */
    private static void refuseNewer(MigrationInfoService migrations) throws SQLException {
        MigrationVersion applied = MigrationVersion.EMPTY;
        MigrationVersion known = MigrationVersion.EMPTY;
        for (MigrationInfo migration : migrations.all()) {
            MigrationVersion version = migration.getVersion();
            if (version != null && migration.getState().isApplied()) {
                applied = version.compareTo(applied) > 0 ? version : applied;
            }
            if (version != null && migration.getState().isResolved()) {
                known = version.compareTo(known) > 0 ? version : known;
            }
        }
        if (applied.compareTo(known) > 0) {
            throw new SQLException("its schema is of version " + applied
                    + ", made by a newer release of this program; this one" + " knows up to version " + known);
        }
    }

    /** Frameworks wrap what the driver says. */
    private static SQLException sqlCause(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return new SQLException(e.getMessage(), e);
    }
}

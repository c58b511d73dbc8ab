package io.lidc.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** SQLite: one file, one writer at a time. */
record Sqlite() implements Dialect {
    static final String SCHEME = "jdbc:sqlite:";
    static final String OPEN_MODE = "open_mode";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** WAL lets readers work while a chunk is written; with it, NORMAL loses no commit to a killed process. */
    private static final String[][] SETTINGS = {
        {"journal_mode", "WAL"},
        {"synchronous", "NORMAL"},
        {"busy_timeout", "30000"},
        {"transaction_mode", "IMMEDIATE"},
        {"cache_size", "-65536"},
        {"temp_store", "MEMORY"},
    };

    /**
     * Pages in the log before they are moved into the database. Keys come in no order, so that a chunk touches many pages of the
     * indexes; the more chunks share a move, the fewer pages are written twice.
     */
    private static final String CHECKPOINT = "pragma wal_autocheckpoint = 20000";

    @Override
    public String migrations() {
        return "classpath:db/migration/sqlite";
    }

    @Override
    public String place(String url) {
        return path(url).toString();
    }

    @Override
    public void configure(HikariConfig config) throws SQLException {
        createFolder(path(config.getJdbcUrl()));
        // A connection's page cache is void as soon as another connection has written.
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(CHECKPOINT);
        // SQLITE_OPEN_READWRITE without CREATE: a file that was deleted does not come back empty.
        config.addDataSourceProperty(OPEN_MODE, "2");
        for (String[] setting : SETTINGS) {
            // What the URL says is meant.
            if (!config.getJdbcUrl().contains(setting[0] + "=")) {
                config.addDataSourceProperty(setting[0], setting[1]);
            }
        }
    }

    @Override
    public boolean insertsArrays() {
        return false;
    }

    /** A transaction that writes is the only one. */
    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String locationKey() {
        return "source_uri";
    }

    @Override
    public String isAmong(String column) {
        return column + " in (select value from json_each(?))";
    }

    @Override
    public void bindNumbers(PreparedStatement statement, int parameter, List<Long> numbers) throws SQLException {
        // The text of a list of numbers is a JSON array.
        statement.setString(parameter, numbers.toString());
    }

    /** A transaction that may write has the database for itself. */
    @Override
    public Optional<String> lockOfInstances() {
        return Optional.empty();
    }

    @Override
    public String sharedLock() {
        return "";
    }

    @Override
    public List<String> erasure() {
        return List.of("vacuum", "pragma wal_checkpoint(truncate)");
    }

    @Override
    public void bindTexts(PreparedStatement statement, int parameter, List<String> texts) throws SQLException {
        try {
            statement.setString(parameter, JSON.writeValueAsString(texts));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The driver's own commit starts the next transaction at once; where that fails, it tells a failure though all is stored. */
    @Override
    public void begin(Connection connection) throws SQLException {
        execute(connection, "begin immediate");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "commit");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        execute(connection, "rollback");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A commit to a file succeeds or fails under the eyes of the process. */
    @Override
    public Optional<String> transactionId(Connection connection) {
        return Optional.empty();
    }

    @Override
    public Fault fault(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return fault(sqlite.getResultCode().name());
            }
        }
        return Fault.OTHER;
    }

    /** SQLite's messages name tables, columns and files. */
    @Override
    public String reason(SQLException error) {
        Throwable root = error;
        while (root.getCause() instanceof SQLException cause) {
            root = cause;
        }
        String message = String.valueOf(root.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** By result code, <a href="https://www.sqlite.org/rescode.html">sqlite.org/rescode.html</a>. */
    private static Fault fault(String code) {
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return Fault.LOCKED;
        }
        if (code.startsWith("SQLITE_READONLY") || code.equals("SQLITE_PERM")) {
            return Fault.READ_ONLY;
        }
        if (code.startsWith("SQLITE_IOERR")) {
            return Fault.TRANSIENT;
        }
        if (code.startsWith("SQLITE_CANTOPEN")) {
            return Fault.GONE;
        }
        if (code.equals("SQLITE_FULL")) {
            return Fault.FULL;
        }
        boolean refused = code.startsWith("SQLITE_CONSTRAINT")
                || code.equals("SQLITE_MISMATCH")
                || code.equals("SQLITE_TOOBIG")
                || code.equals("SQLITE_RANGE");
        return refused ? Fault.REFUSED : Fault.OTHER;
    }

    @Override
    public boolean exists(String url) {
        return Files.isRegularFile(path(url));
    }

    @Override
    public DatabaseFile file(String url) {
        return new DatabaseFile(path(url));
    }

    /** The file that a URL names. */
    static Path path(String url) {
        String name = url.substring(SCHEME.length()).replaceFirst("\\?.*$", "");
        return Path.of(name).toAbsolutePath();
    }

    private static void createFolder(Path file) throws SQLException {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new SQLException("cannot create the folder of the database, " + file.getParent() + ": " + e, e);
        }
    }
}

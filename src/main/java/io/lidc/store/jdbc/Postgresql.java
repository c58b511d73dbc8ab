package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** PostgreSQL: a server, with several writers at a time. */
record Postgresql() implements Dialect {
    static final String SCHEME = "jdbc:postgresql:";
    /** Untyped text finds its way into jsonb columns; the timeouts find a server that went away without a word (seconds). */
    private static final String[][] SETTINGS = {
        {"ApplicationName", "lidc-pipeline"},
        {"stringtype", "unspecified"},
        // Without them, no message repeats the statements of a batch, with their values.
        {"logServerErrorDetail", "false"},
        {"tcpKeepAlive", "true"},
        {"connectTimeout", "5"},
        {"socketTimeout", "300"},
    };
    /** Classes and codes of PostgreSQL's appendix A. */
    private static final Set<String> TRANSIENT = Set.of(
            "40001", // serialization_failure
            "40P01", // deadlock_detected
            "23505", // unique_violation: every insert names its conflict, so only a race comes to this
            "55P03", // lock_not_available
            "57P01", // admin_shutdown
            "57P02", // crash_shutdown
            "57P03", // cannot_connect_now
            "57014", // query_canceled: statement_timeout, where another transaction was in the way
            "25006", // read_only_sql_transaction: a standby that is about to take over
            "58030"); // io_error

    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "53"); // connection, resources
    /** 08004: the driver's, where the server asks for a password and there is none, or not for encryption. */
    private static final Set<String> DENIED_CLASSES = Set.of("28", "3D", "08004");

    /**
     * Classes whose messages name tables, users and files and never a value: connection, feature, authorization, catalog,
     * transaction, rollback, access rule, resources, prerequisite, operator, system.
     */
    private static final Set<String> TELLING_CLASSES =
            Set.of("08", "0A", "28", "3D", "25", "40", "42", "53", "55", "57", "58");

    private static final Set<String> REFUSED_CLASSES = Set.of("22", "23", "54"); // data, constraint, limit

    @Override
    public String migrations() {
        return "classpath:db/migration/postgresql";
    }

    @Override
    public String place(String url) {
        return DatabaseUrl.redacted(url);
    }

    @Override
    public boolean exists(String url) {
        return true;
    }

    @Override
    public DatabaseFile file(String url) {
        return DatabaseFile.NONE;
    }

    @Override
    public void configure(HikariConfig config) {
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        for (String[] setting : SETTINGS) {
            config.addDataSourceProperty(setting[0], setting[1]);
        }
    }

    @Override
    public boolean insertsArrays() {
        return true;
    }

    @Override
    public String forUpdate() {
        return " for update";
    }

    /** An index row holds 2,704 bytes at the most, which a location may exceed. */
    @Override
    public String locationKey() {
        return "location_digest(source_uri)";
    }

    @Override
    public String isAmong(String column) {
        return column + " = any (?)";
    }

    @Override
    public void bindNumbers(PreparedStatement statement, int parameter, List<Long> numbers) throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("bigint", numbers.toArray()));
    }

    @Override
    public Optional<String> lockOfInstances() {
        return Optional.of("lock table instance in share row exclusive mode");
    }

    @Override
    public String sharedLock() {
        return " for share";
    }

    @Override
    public List<String> erasure() {
        return List.of();
    }

    @Override
    public void bindTexts(PreparedStatement statement, int parameter, List<String> texts) throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public Optional<String> transactionId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_xact_id()")) {
            row.next();
            return Optional.of(row.getString(1));
        }
    }

    /** What the server says at the root, where its messages of that class never repeat a value; else the class alone. */
    @Override
    public String reason(SQLException error) {
        SQLException root = error;
        while (root.getCause() instanceof SQLException cause) {
            root = cause;
        }
        boolean ofDriver = root instanceof PSQLException || root instanceof BatchUpdateException;
        String state = root.getSQLState();
        if (ofDriver && (state == null || !TELLING_CLASSES.contains(state.substring(0, 2)))) {
            return "SQLSTATE " + state;
        }
        String message = String.valueOf(root.getMessage());
        return DatabaseUrl.redacted(message.lines().findFirst().orElse(message));
    }

    @Override
    public Fault fault(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return fault(sql.getSQLState());
            }
        }
        return Fault.OTHER;
    }

    private static Fault fault(String state) {
        String stateClass = state.substring(0, 2);
        if (DENIED_CLASSES.contains(stateClass) || DENIED_CLASSES.contains(state)) {
            return Fault.DENIED;
        }
        if (state.equals("53100")) {
            return Fault.FULL;
        }
        if (TRANSIENT.contains(state) || TRANSIENT_CLASSES.contains(stateClass)) {
            return Fault.TRANSIENT;
        }
        return REFUSED_CLASSES.contains(stateClass) ? Fault.REFUSED : Fault.OTHER;
    }
}

package io.lidc.soak;

import io.lidc.store.jdbc.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/**
 * A database of the embedded server. Its tables lie on the small disk, as a tablespace; the server's log of transactions does not, for
 * a server without room for that does not refuse a write, it ends.
 */
final class SoakPostgresql implements SoakDatabase {
    private static final List<String> TABLES = List.of("run", "instance", "set_aside", "patient");
    private static final String TABLESPACE = "soak";
    private static final String OF_THE_SERVICE =
            " from pg_stat_activity where application_name = 'lidc-pipeline' and datname = current_database()";

    private final String url;
    private final boolean hasTablespace;

    private SoakPostgresql(String url, boolean hasTablespace) {
        this.url = url;
        this.hasTablespace = hasTablespace;
    }

    static SoakPostgresql on(SmallDisk disk) throws SQLException {
        SoakPostgresql database = new SoakPostgresql(TestServer.createDatabase(), disk.isSmall());
        // The embedded server has it off, and may forget what it committed a moment before it crashed.
        database.administer("alter database " + database.name() + " set synchronous_commit = on");
        if (database.hasTablespace) {
            database.administer(
                    "create tablespace " + TABLESPACE + " location '" + folder(disk) + "'",
                    "alter database " + database.name() + " set tablespace " + TABLESPACE);
        }
        return database;
    }

    private static Path folder(SmallDisk disk) throws SQLException {
        try {
            return Files.createDirectories(disk.folder().resolve("tablespace")).toRealPath();
        } catch (IOException e) {
            throw new SQLException("no folder for tables", e);
        }
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void lock(Connection connection, Random random) throws SQLException {
        connection.setAutoCommit(false);
        String table = TABLES.get(random.nextInt(TABLES.size()));
        execute(connection, "set lock_timeout = '10s'", "lock table " + table + " in access exclusive mode");
    }

    @Override
    public void giveUpReserve() {}

    @Override
    public List<Fault> faults() {
        return List.of(
                Fault.of("backend terminated", 3, random -> terminate()),
                Fault.of("backend killed", 1, random -> kill()));
    }

    /** What an administrator does: the connections of the service end, whatever they are about. */
    private void terminate() throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "select pg_terminate_backend(pid)" + OF_THE_SERVICE);
        }
    }

    /** The server takes the loss of one process for a crash: it ends all connections and recovers. */
    private void kill() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pid" + OF_THE_SERVICE + " limit 1")) {
            if (!row.next()) {
                throw new SQLException("the service has no connection now");
            }
            ProcessHandle.of(row.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() throws SQLException {
        if (hasTablespace) {
            administer("drop database " + name() + " with (force)", "drop tablespace " + TABLESPACE);
        }
    }

    private String name() {
        return url.replaceFirst(".*/([^?]*).*", "$1");
    }

    /** From another database of the server: nobody may be in one that is moved or dropped. */
    private void administer(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name(), "/postgres"))) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

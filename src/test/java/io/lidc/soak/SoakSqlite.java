package io.lidc.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** A file on the small disk. */
final class SoakSqlite implements SoakDatabase {
    private final String file;

    SoakSqlite(Path disk) {
        file = "jdbc:sqlite:" + disk.resolve("lidc.db");
    }

    /** With a shorter wait than by default: some locks last longer than it, some do not. */
    @Override
    public String url() {
        return file + "?busy_timeout=5000";
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(file + "?busy_timeout=60000");
    }

    @Override
    public void lock(Connection connection, Random random) throws SQLException {
        execute(connection, "begin immediate");
    }

    @Override
    public void giveUpReserve() throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }

    @Override
    public void close() {}

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

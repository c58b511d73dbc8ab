package io.lidc.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a process; it ends with the process. */
public final class TestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private TestServer() {}

    /** The URL of a new, empty database. */
    public static String createDatabase() throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    /** The URL of a copy of a database that has no connections. */
    static String copyDatabase(String url) throws SQLException {
        String template = url.replaceFirst(".*/([^?]*).*", "$1");
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + template);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    /** Does something as the administrator. */
    public static void execute(String sql) throws SQLException {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work on a database within transactions, on connections from a pool. What it throws is described by {@link Fault}: no
 * message and no cause of the driver's leaves it, as they may repeat values.
 */
public final class Transactions {
    private final DataSource dataSource;
    private volatile DatabaseFile file = DatabaseFile.NONE;

    /** @param dataSource gives the connections */
    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work that ends with a commit or a rollback; where it does neither, it is rolled back. */
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /** Work that changes nothing. */
    public interface Query<T> {
        T in(Connection connection, Dialect dialect) throws SQLException;
    }

    /** What a query gives, asked in a transaction of its own. */
    public <T> T read(Query<T> query) throws SQLException {
        return connected(query);
    }

    /** What work gives that is done in a transaction of its own: all of it, or, where it fails, nothing. */
    public <T> T write(Work<T> work) throws SQLException {
        return connected((connection, dialect) -> {
            Transaction transaction = new Transaction(connection, dialect);
            try {
                transaction.begin();
                T result = work.in(transaction);
                transaction.rollback();
                checkFile();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(transaction, e);
                throw e;
            } finally {
                if (!transaction.isSound()) {
                    evict(connection);
                }
            }
        });
    }

    private static void rollback(Transaction transaction, Throwable cause) {
        try {
            transaction.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> T connected(Query<T> query) throws SQLException {
        checkFile();
        try (Connection connection = connection()) {
            // Asked for at first: a broken connection answers no more.
            String url = connection.getMetaData().getURL();
            Dialect dialect = Dialect.of(url);
            watch(dialect, url);
            try {
                return query.in(connection, dialect);
            } catch (SQLException e) {
                throw Fault.describe(dialect, url, "", e);
            }
        }
    }

    private Connection connection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Fault.describeUnconnected(url(), e);
        }
    }

    private void watch(Dialect dialect, String url) throws SQLException {
        if (file == DatabaseFile.NONE) {
            file = dialect.file(url);
            checkFile();
        }
    }

    /** Connections to a file that is gone are of no use. */
    private void checkFile() throws SQLException {
        try {
            file.check();
        } catch (DatabaseUnavailableException e) {
            evictAll();
            throw e;
        }
    }

    private void evict(Connection connection) throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }

    private void evictAll() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            if (pool.getHikariPoolMXBean() != null) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }

    /** Null where the pool knows none. */
    private String url() throws SQLException {
        return dataSource.isWrapperFor(HikariDataSource.class)
                ? dataSource.unwrap(HikariDataSource.class).getJdbcUrl()
                : null;
    }
}

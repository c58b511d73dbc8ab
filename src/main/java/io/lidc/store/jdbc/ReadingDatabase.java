package io.lidc.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Connections for reads that take long, in the place of which a chunk would wait: SQLite's pool has one connection, and the log of
 * its writes lets readers work beside the writer.
 */
public final class ReadingDatabase implements AutoCloseable {
    private final DataSource dataSource;
    private final HikariDataSource own;

    private ReadingDatabase(DataSource dataSource, HikariDataSource own) {
        this.dataSource = dataSource;
        this.own = own;
    }

    /** Of the same database. A connection is opened when one is asked for. */
    public static ReadingDatabase beside(DataSource dataSource) {
        if (dataSource instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith(Sqlite.SCHEME)) {
            HikariDataSource reading = new HikariDataSource();
            pool.copyStateTo(reading);
            reading.setPoolName("reading");
            reading.setMinimumIdle(0);
            return new ReadingDatabase(reading, reading);
        }
        return new ReadingDatabase(dataSource, null);
    }

    /** What gives the connections. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes the connections that are not those of the database beside. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}

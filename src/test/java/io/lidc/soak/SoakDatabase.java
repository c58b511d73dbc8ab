package io.lidc.soak;

import io.lidc.store.jdbc.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** The database of a service under soak, as those reach it who disturb it and judge it. */
interface SoakDatabase extends AutoCloseable {

    static SoakDatabase of(TestDatabase kind, SmallDisk disk) throws SQLException {
        return switch (kind) {
            case SQLITE -> new SoakSqlite(disk.folder());
            case POSTGRESQL -> SoakPostgresql.on(disk);
        };
    }

    /** As the service is given it. */
    String url();

    /** A connection beside those of the service, as another program has one. */
    Connection connect() throws SQLException;

    /** Begins a transaction that keeps the service from writing. */
    void lock(Connection connection, Random random) throws SQLException;

    /** Gives up room that the database holds in reserve, so that a full disk is felt with the next write. */
    void giveUpReserve() throws SQLException;

    /** What can go wrong with a database of this kind only. */
    List<Fault> faults();

    @Override
    void close() throws SQLException;
}

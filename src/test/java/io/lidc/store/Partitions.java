package io.lidc.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the empty table of instances anew, with another number of partitions. */
final class Partitions {
    private Partitions() {}

    static void set(Connection connection, int partitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table other (like instance) "
                    + (partitions > 1 ? "partition by hash (sop_instance_uid)" : ""));
            statement.execute("drop table instance cascade");
            statement.execute("alter table other rename to instance");
            statement.execute("alter table instance add primary key (sop_instance_uid)");
            for (int i = 0; i < partitions && partitions > 1; i++) {
                statement.execute("create table instance_" + i + " partition of instance for values with (modulus "
                        + partitions + ", remainder " + i + ")");
            }
            statement.execute("create index instance_series on instance (series_instance_uid)");
            statement.execute("create index instance_source on instance (source_key)");
        }
    }
}

package io.lidc.store.run;

import io.lidc.model.DeliveredRecords;
import io.lidc.store.jdbc.Dialect;
import io.lidc.store.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How far each partition of a topic has its outcomes in the database: told in the transaction of the outcomes, so that it holds whatever
 * is killed, and whatever is delivered again.
 */
public final class TopicPartitionTable {
    private static final String KEY = " where topic = ? and partition_number = ?";
    private static final String INSERT =
            "insert into topic_partition (topic, partition_number, first_offset, next_offset, records)"
                    + " values (?, ?, ?, ?, 0) on conflict (topic, partition_number) do nothing";
    private static final String UPDATE = "update topic_partition set next_offset = ?, records = records + ?" + KEY;

    private TopicPartitionTable() {}

    /** In the order of partitions, as every writer does: concurrent writers never deadlock. */
    public static void add(Connection connection, Dialect dialect, List<DeliveredRecords> delivered)
            throws SQLException {
        List<DeliveredRecords> ordered = delivered.stream()
                .sorted(Comparator.comparing(DeliveredRecords::topic).thenComparing(DeliveredRecords::partition))
                .toList();
        for (DeliveredRecords records : ordered) {
            insert(connection, records);
            long next = nextOffset(connection, dialect, records);
            update(connection, records, next);
        }
    }

    private static void insert(Connection connection, DeliveredRecords records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            long first = Collections.min(records.offsets());
            Sql.bind(statement, 1, List.of(records.topic(), records.partition(), first, first));
            statement.executeUpdate();
        }
    }

    private static long nextOffset(Connection connection, Dialect dialect, DeliveredRecords records)
            throws SQLException {
        String query = "select next_offset from topic_partition" + KEY + dialect.forUpdate();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Sql.bind(statement, 1, List.of(records.topic(), records.partition()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What was delivered before is no news. */
    private static void update(Connection connection, DeliveredRecords records, long next) throws SQLException {
        long news = records.offsets().stream()
                .filter(offset -> offset >= next)
                .distinct()
                .count();
        if (news == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            long last = Collections.max(records.offsets());
            Sql.bind(statement, 1, List.of(last + 1, news, records.topic(), records.partition()));
            statement.executeUpdate();
        }
    }
}

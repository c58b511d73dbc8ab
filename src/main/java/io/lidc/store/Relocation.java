package io.lidc.store;

import io.lidc.model.Outcome;
import io.lidc.model.SourceKey;
import io.lidc.store.instance.SetAsideTable;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.jdbc.Transactions;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives objects that were moved together their present locations, batch by batch, each in a transaction of its own: work that was
 * cut off is completed by doing it again.
 */
final class Relocation {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String INSTANCES =
            "select sop_instance_uid, source_uri from instance where sop_instance_uid > ? and "
                    + LocationPrefix.CONDITION + " order by sop_instance_uid limit " + ROWS_AT_A_TIME;
    private static final String MOVE_INSTANCE = "update instance set source_uri = ?, source_key = ?, stored_at = ?"
            + " where sop_instance_uid = ? and source_uri = ?";
    /** What an earlier run took for a copy is the very instance. */
    private static final String FORGET_COPY = "delete from set_aside where source_key = ? and source_uri = ?"
            + " and sop_instance_uid = ? and outcome = '" + Outcome.DUPLICATE.name() + "'";

    private static final String SET_ASIDE =
            "select distinct source_uri from set_aside where " + LocationPrefix.CONDITION + " limit " + ROWS_AT_A_TIME;
    private static final String MOVE_SET_ASIDE =
            "update set_aside set source_uri = ?, source_key = ?, stored_at = ? where source_key = ? and source_uri = ?";
    private static final String AT_PRESENT = " <> '" + SetAsideTable.SUPERSEDED + "'";
    private static final String IN_THE_PAST = " = '" + SetAsideTable.SUPERSEDED + "'";
    /** What is on record of the present location is newer. */
    private static final String FORGET_OLDER = forget(AT_PRESENT, "");

    private static final String FORGET_KNOWN_PAST = forget(
            IN_THE_PAST, " and newer.version = set_aside.version and newer.header_digest = set_aside.header_digest");

    private final Transactions transactions;
    private final LocationPrefix prefix;

    Relocation(Transactions transactions, LocationPrefix prefix) {
        this.transactions = transactions;
        this.prefix = prefix;
    }

    Relocated execute() throws SQLException {
        return new Relocated(moveInstances(), moveSetAside());
    }

    private static String forget(String when, String same) {
        return "delete from set_aside where source_key = ? and source_uri = ? and outcome" + when
                + " and exists (select 1 from set_aside newer where newer.source_key = ? and newer.source_uri = ?"
                + " and newer.outcome" + when + same + ")";
    }

    private record Instance(String sopInstanceUid, String uri) {}

    private long moveInstances() throws SQLException {
        long moved = 0;
        List<Instance> page = instances("");
        while (!page.isEmpty()) {
            List<Instance> current = page;
            transactions.write(transaction -> {
                move(transaction.connection(), current);
                transaction.commit();
                return null;
            });
            moved += page.size();
            page = instances(page.get(page.size() - 1).sopInstanceUid);
        }
        return moved;
    }

    private List<Instance> instances(String after) throws SQLException {
        return transactions.read((connection, dialect) -> {
            List<Instance> page = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(INSTANCES)) {
                statement.setString(1, after);
                prefix.bind(statement, 2);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        page.add(new Instance(rows.getString(1), rows.getString(2)));
                    }
                }
            }
            return page;
        });
    }

    private void move(Connection connection, List<Instance> instances) throws SQLException {
        String now = Stamp.now();
        try (PreparedStatement move = connection.prepareStatement(MOVE_INSTANCE);
                PreparedStatement forget = connection.prepareStatement(FORGET_COPY)) {
            for (Instance row : instances) {
                String uri = prefix.moved(row.uri);
                add(move, uri, SourceKey.of(uri), now, row.sopInstanceUid, row.uri);
                add(forget, SourceKey.of(uri), uri, row.sopInstanceUid);
            }
            move.executeBatch();
            forget.executeBatch();
        }
    }

    private long moveSetAside() throws SQLException {
        long moved = 0;
        List<String> page = setAside();
        while (!page.isEmpty()) {
            List<String> current = page;
            moved += transactions.write(transaction -> {
                long count = moveSetAside(transaction.connection(), current);
                transaction.commit();
                return count;
            });
            page = setAside();
        }
        return moved;
    }

    private List<String> setAside() throws SQLException {
        return transactions.read((connection, dialect) -> {
            List<String> page = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
                prefix.bind(statement, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        page.add(rows.getString(1));
                    }
                }
            }
            return page;
        });
    }

    private long moveSetAside(Connection connection, List<String> uris) throws SQLException {
        String now = Stamp.now();
        long moved = 0;
        try (PreparedStatement older = connection.prepareStatement(FORGET_OLDER);
                PreparedStatement known = connection.prepareStatement(FORGET_KNOWN_PAST);
                PreparedStatement move = connection.prepareStatement(MOVE_SET_ASIDE)) {
            for (String uri : uris) {
                String target = prefix.moved(uri);
                add(older, SourceKey.of(uri), uri, SourceKey.of(target), target);
                add(known, SourceKey.of(uri), uri, SourceKey.of(target), target);
                add(move, target, SourceKey.of(target), now, SourceKey.of(uri), uri);
            }
            older.executeBatch();
            known.executeBatch();
            for (int rows : move.executeBatch()) {
                moved += rows;
            }
        }
        return moved;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        Sql.bind(statement, 1, List.of(values));
        statement.addBatch();
    }
}

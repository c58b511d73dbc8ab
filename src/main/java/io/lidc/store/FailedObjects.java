package io.lidc.store;

import io.lidc.model.Location;
import io.lidc.model.ReplayRequest;
import io.lidc.model.SourceKey;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.jdbc.Transactions;
import io.lidc.store.run.Stamp;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The objects that are set aside as FAILED, for those who read them again. */
public final class FailedObjects {
    private static final String FAILED =
            " from set_aside left join run on run.run_id = set_aside.run_id" + " where set_aside.outcome = 'FAILED'";
    private static final String FORGET =
            "delete from set_aside where outcome = 'FAILED' and run_id = ? and source_key = ?" + " and source_uri = ?";

    private final Transactions transactions;
    private final int maxAttempts;

    /**
     * Those of a database whose schema is in place.
     *
     * @param maxAttempts to read an object in one state, after which it is left alone
     */
    public FailedObjects(DataSource dataSource, int maxAttempts) {
        this.transactions = new Transactions(dataSource);
        this.maxAttempts = maxAttempts;
    }

    /** A condition, and the values of its parameters. */
    private record Condition(String sql, List<Object> values) {

        static Condition of(ReplayRequest request) {
            Condition condition = new Condition("", new ArrayList<>());
            return condition
                    .and("set_aside.error_code = ?", request.code())
                    .and("set_aside.run_id = ?", request.run())
                    .and("set_aside.stored_at >= ?", request.since() == null ? null : Stamp.text(request.since()));
        }

        /** Both; without a value this one alone. */
        Condition and(String further, Object value) {
            if (value == null) {
                return this;
            }
            List<Object> all = new ArrayList<>(values);
            all.add(value);
            return new Condition(sql + " and " + further, all);
        }

        PreparedStatement prepare(Connection connection, String select, String end) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(select + FAILED + sql + end);
            Sql.bind(statement, 1, values);
            return statement;
        }
    }

    /**
     * Those that a request asks for, and that were not tried too often, in the order of their URIs.
     *
     * @param after the URI before the first one; null for the start
     * @param limit how many at the most
     */
    public List<FailedObject> page(ReplayRequest request, String after, int limit) throws SQLException {
        Condition condition =
                Condition.of(request).and("set_aside.attempts < ?", maxAttempts).and("set_aside.source_uri > ?", after);
        String select = "select source_uri, size, version, set_aside.run_id,"
                + " case when run.finished_at is null then 0 else 1 end, attempts";
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement =
                            condition.prepare(connection, select, " order by source_uri limit " + limit);
                    ResultSet rows = statement.executeQuery()) {
                List<FailedObject> objects = new ArrayList<>();
                while (rows.next()) {
                    Location location = new Location(rows.getString(1), rows.getLong(2), rows.getString(3));
                    objects.add(new FailedObject(location, rows.getString(4), rows.getInt(5) == 1, rows.getInt(6)));
                }
                return objects;
            }
        });
    }

    /** Whether a page of a request has this location. */
    public boolean contains(ReplayRequest request, String uri) throws SQLException {
        return count(Condition.of(request)
                        .and("set_aside.attempts < ?", maxAttempts)
                        .and("set_aside.source_key = ?", SourceKey.of(uri))
                        .and("set_aside.source_uri = ?", uri))
                > 0;
    }

    /** Whether a location is set aside as FAILED, however often it was tried. */
    public boolean isFailed(String uri) throws SQLException {
        return count(Condition.of(ReplayRequest.ALL)
                        .and("set_aside.source_key = ?", SourceKey.of(uri))
                        .and("set_aside.source_uri = ?", uri))
                > 0;
    }

    /** How many a request asks for that are left alone, as they were tried too often. */
    public long exhausted(ReplayRequest request) throws SQLException {
        return count(Condition.of(request).and("set_aside.attempts >= ?", maxAttempts));
    }

    private long count(Condition condition) throws SQLException {
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement = condition.prepare(connection, "select count(*)", "");
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /**
     * Forgets what was no object, and holds objects of its own now: a folder that could not be listed, an archive that was broken.
     *
     * @return false where another run came to its outcome meanwhile
     */
    public boolean forget(FailedObject object) throws SQLException {
        return transactions.write(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(FORGET)) {
                statement.setString(1, object.runId());
                statement.setLong(2, SourceKey.of(object.location().uri()));
                statement.setString(3, object.location().uri());
                boolean forgotten = statement.executeUpdate() > 0;
                transaction.commit();
                return forgotten;
            }
        });
    }
}

package io.lidc.store.alert;

import io.lidc.model.Alert;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.jdbc.StoredTime;
import io.lidc.store.jdbc.Transactions;
import io.lidc.store.run.RunOwner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table of alerts. An alert has an owner, the process that watches it: of several processes that find the same, the first one opens
 * it, and only the owner says that it is over, unless that is gone.
 */
public final class AlertTable {
    private static final List<String> COLUMNS = List.of(
            "alert_id",
            "condition",
            "subject",
            "severity",
            "opened_at",
            "updated_at",
            "summary",
            "run_id",
            "value",
            "threshold",
            "owner");
    private static final String INSERT = Sql.insert("alert", COLUMNS) + " on conflict do nothing";
    private static final String SELECT =
            "select alert_id, condition, subject, severity, opened_at, updated_at, resolved_at,"
                    + " summary, run_id, value, threshold, owner from alert where resolved_at is null order by opened_at, alert_id";
    private static final String UPDATE =
            "update alert set updated_at = ?, summary = ?, run_id = ?, value = ?, owner = ?"
                    + " where alert_id = ? and owner = ? and resolved_at is null";
    private static final String RESOLVE = "update alert set updated_at = ?, resolved_at = ?, summary = ?"
            + " where alert_id = ? and owner = ? and resolved_at is null";
    private static final String SELECT_OWNER = "select owner, updated_at from alert where alert_id = ?";

    private final Transactions transactions;
    private final String owner = RunOwner.current().text();
    private final Duration silence;

    /**
     * That of a database whose schema is in place.
     *
     * @param silence longer than an owner ever is without an update: one on another host counts as gone then
     */
    public AlertTable(DataSource dataSource, Duration silence) {
        this.transactions = new Transactions(dataSource);
        this.silence = silence;
    }

    /** The alerts that are open, the oldest first. */
    public List<Alert> open() throws SQLException {
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT);
                    ResultSet rows = statement.executeQuery()) {
                List<Alert> alerts = new ArrayList<>();
                while (rows.next()) {
                    alerts.add(alert(rows));
                }
                return alerts;
            }
        });
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                time(row, 5),
                time(row, 6),
                time(row, 7),
                row.getString(8),
                row.getString(9),
                number(row, 10),
                number(row, 11));
    }

    /**
     * Opens an alert, unless one of its condition and subject is open.
     *
     * @param messages what is to be told, by channel
     * @return false where another one is open, and nothing is told
     */
    public boolean open(Alert alert, Map<String, String> messages) throws SQLException {
        Map<String, Told> told = new LinkedHashMap<>();
        messages.forEach((channel, message) -> told.put(channel, new Told(message, null, 0)));
        return openAsTold(alert, told);
    }

    /** What was told while the database was away: with the time of its delivery, or null where it is still to be told. */
    public record Told(String message, Instant deliveredAt, int attempts) {}

    /** Opens an alert of which somebody was told already. */
    public boolean openAsTold(Alert alert, Map<String, Told> told) throws SQLException {
        return transactions.write(transaction -> {
            Connection connection = transaction.connection();
            boolean opened = execute(
                            connection,
                            INSERT,
                            alert.alertId(),
                            alert.condition(),
                            alert.subject(),
                            alert.severity(),
                            alert.openedAt().toString(),
                            alert.updatedAt().toString(),
                            alert.summary(),
                            alert.runId(),
                            alert.value(),
                            alert.threshold(),
                            owner)
                    > 0;
            for (Map.Entry<String, Told> channel :
                    opened ? told.entrySet() : Map.<String, Told>of().entrySet()) {
                AlertOutbox.add(connection, alert.alertId(), channel.getKey(), alert.openedAt(), channel.getValue());
            }
            transaction.commit();
            return opened;
        });
    }

    /** Says that an alert goes on; false where another process watches it, or it is over. */
    public boolean update(Alert alert) throws SQLException {
        return owned(
                alert,
                (connection, present) -> execute(
                                connection,
                                UPDATE,
                                alert.updatedAt().toString(),
                                alert.summary(),
                                alert.runId(),
                                alert.value(),
                                owner,
                                alert.alertId(),
                                present)
                        > 0);
    }

    /**
     * Says that an alert is over; false where another process watches it, or said so.
     *
     * @param messages what is to be told, by channel
     */
    public boolean resolve(Alert alert, Map<String, String> messages) throws SQLException {
        return owned(alert, (connection, present) -> {
            String time = alert.resolvedAt().toString();
            boolean resolved = execute(connection, RESOLVE, time, time, alert.summary(), alert.alertId(), present) > 0;
            for (Map.Entry<String, String> channel :
                    resolved ? messages.entrySet() : Map.<String, String>of().entrySet()) {
                AlertOutbox.add(
                        connection,
                        alert.alertId(),
                        channel.getKey(),
                        alert.resolvedAt(),
                        new Told(channel.getValue(), null, 0));
            }
            return resolved;
        });
    }

    private interface Change {
        boolean apply(Connection connection, String presentOwner) throws SQLException;
    }

    private boolean owned(Alert alert, Change change) throws SQLException {
        return transactions.write(transaction -> {
            Optional<String> present = ownerInPlace(transaction.connection(), alert.alertId());
            boolean changed = present.isPresent() && change.apply(transaction.connection(), present.get());
            transaction.commit();
            return changed;
        });
    }

    /** The text of an owner that is this process or gone; empty where another one watches the alert. */
    private Optional<String> ownerInPlace(Connection connection, String alertId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT_OWNER)) {
            statement.setString(1, alertId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String present = row.getString(1);
                return present.equals(owner) || isGone(present, time(row, 2)) ? Optional.of(present) : Optional.empty();
            }
        }
    }

    private boolean isGone(String present, Instant updatedAt) {
        return RunOwner.parse(present)
                .filter(RunOwner::isNear)
                .map(near -> !near.isAlive())
                .orElseGet(() -> updatedAt.isBefore(Instant.now().minus(silence)));
    }

    static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Sql.bind(statement, 1, Arrays.asList(values));
            return statement.executeUpdate();
        }
    }

    static Instant time(ResultSet row, int column) throws SQLException {
        return StoredTime.of(row.getObject(column));
    }

    private static Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : Double.valueOf(value);
    }
}

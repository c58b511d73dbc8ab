package io.lidc.store.alert;

import io.lidc.model.AlertDelivery;
import io.lidc.store.alert.AlertTable.Told;
import io.lidc.store.jdbc.Sql;
import io.lidc.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is to be told of alerts. Of each channel, only the oldest row that is open is told, so that the order is kept. Whoever tells it
 * claims it for some time: a process that is killed meanwhile leaves it to the next one.
 */
public final class AlertOutbox {
    private static final String INSERT = Sql.insert(
            "alert_delivery",
            List.of("alert_id", "channel", "message", "created_at", "due_at", "attempts", "delivered_at"));
    private static final String OPEN = " delivered_at is null and given_up_at is null";
    private static final String OLDEST =
            "select delivery_id, channel, message, created_at, attempts, due_at, claimed_until"
                    + " from alert_delivery where delivery_id in (select min(delivery_id) from alert_delivery where"
                    + OPEN
                    + " group by channel) order by delivery_id";
    private static final String CLAIM = "update alert_delivery set claimed_until = ?, attempts = attempts + 1"
            + " where delivery_id = ? and attempts = ? and" + OPEN;
    private static final String DELIVERED =
            "update alert_delivery set delivered_at = ?, claimed_until = null, failure = null where delivery_id = ?";
    private static final String FAILED =
            "update alert_delivery set due_at = ?, claimed_until = null, failure = ? where delivery_id = ?";
    private static final String GIVEN_UP =
            "update alert_delivery set given_up_at = ?, claimed_until = null, failure = ? where delivery_id = ?";

    private final Transactions transactions;

    /** That of a database whose schema is in place. */
    public AlertOutbox(DataSource dataSource) {
        transactions = new Transactions(dataSource);
    }

    static void add(Connection connection, String alertId, String channel, Instant createdAt, Told told)
            throws SQLException {
        AlertTable.execute(
                connection,
                INSERT,
                alertId,
                channel,
                told.message(),
                createdAt.toString(),
                createdAt.toString(),
                told.attempts(),
                told.deliveredAt() == null ? null : told.deliveredAt().toString());
    }

    private record Candidate(AlertDelivery delivery, Instant dueAt, Instant claimedUntil) {
        boolean isDue(Instant now) {
            return !dueAt.isAfter(now) && (claimedUntil == null || claimedUntil.isBefore(now));
        }
    }

    /**
     * Claims what is due, one row a channel at the most.
     *
     * @param channels those that this process serves
     * @param lease how long a claim lasts: longer than an attempt
     */
    public List<AlertDelivery> claim(Collection<String> channels, Duration lease) throws SQLException {
        Instant now = Instant.now();
        List<AlertDelivery> due = new ArrayList<>();
        for (Candidate candidate : oldest()) {
            if (channels.contains(candidate.delivery.channel()) && candidate.isDue(now)) {
                claim(candidate.delivery, now.plus(lease)).ifPresent(due::add);
            }
        }
        return due;
    }

    private List<Candidate> oldest() throws SQLException {
        return transactions.read((connection, dialect) -> {
            try (PreparedStatement statement = connection.prepareStatement(OLDEST);
                    ResultSet rows = statement.executeQuery()) {
                List<Candidate> candidates = new ArrayList<>();
                while (rows.next()) {
                    AlertDelivery delivery = new AlertDelivery(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            AlertTable.time(rows, 4),
                            rows.getInt(5));
                    candidates.add(new Candidate(delivery, AlertTable.time(rows, 6), AlertTable.time(rows, 7)));
                }
                return candidates;
            }
        });
    }

    /** Empty where another process was first. */
    private Optional<AlertDelivery> claim(AlertDelivery delivery, Instant until) throws SQLException {
        int attempts = delivery.attempts();
        boolean claimed = change(CLAIM, until.toString(), delivery.deliveryId(), attempts);
        return claimed
                ? Optional.of(new AlertDelivery(
                        delivery.deliveryId(),
                        delivery.channel(),
                        delivery.message(),
                        delivery.createdAt(),
                        attempts + 1))
                : Optional.empty();
    }

    /** Says that the receiver took it. */
    public void delivered(long deliveryId) throws SQLException {
        change(DELIVERED, Instant.now().toString(), deliveryId);
    }

    /** Says that the attempt failed, and when the next one is due. */
    public void failed(long deliveryId, String reason, Instant dueAt) throws SQLException {
        change(FAILED, dueAt.toString(), reason, deliveryId);
    }

    /** Says that no further attempt is worth it: what comes after it in the channel has its turn. */
    public void giveUp(long deliveryId, String reason) throws SQLException {
        change(GIVEN_UP, Instant.now().toString(), reason, deliveryId);
    }

    private boolean change(String sql, Object... values) throws SQLException {
        return transactions.write(transaction -> {
            boolean changed = AlertTable.execute(transaction.connection(), sql, values) > 0;
            transaction.commit();
            return changed;
        });
    }
}

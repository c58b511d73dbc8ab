package io.lidc.alert;

import io.lidc.model.Alert;
import io.lidc.store.alert.AlertTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts that are open, as the database has them; while that is away, as this process keeps them. What findings change in it is
 * told to the channels.
 */
public final class AlertBook {
    private static final Logger LOG = LoggerFactory.getLogger(AlertBook.class);

    /** Between two updates of an alert that goes on: so often, its owner gives a sign of life. */
    private static final Duration UPDATE = Duration.ofSeconds(30);

    /** An alert that nobody finds any more, its source no longer being polled, say. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final AlertTable table;
    private final LocalAlerts local;
    private final Set<String> channels;
    private final String link;
    private Map<Finding.Key, Alert> open = new LinkedHashMap<>();
    private boolean reachable = true;

    /**
     * @param local keeps what the table cannot take now
     * @param channels that are told
     * @param link to the status page; null for none
     */
    public AlertBook(AlertTable table, LocalAlerts local, Collection<String> channels, String link) {
        this.table = table;
        this.local = local;
        this.channels = Set.copyOf(channels);
        this.link = link;
    }

    /** Reads which alerts are open. What was kept here goes into the table first. */
    void read() throws SQLException {
        reachable = false;
        local.moveInto(table);
        Map<Finding.Key, Alert> present = new LinkedHashMap<>();
        table.open().forEach(alert -> present.put(key(alert), alert));
        open = present;
        reachable = true;
    }

    private static Finding.Key key(Alert alert) {
        return new Finding.Key(alert.condition(), alert.subject());
    }

    Set<String> openSubjects(AlertCondition condition) {
        return open.keySet().stream()
                .filter(key -> key.condition().equals(condition.name()))
                .map(Finding.Key::subject)
                .collect(Collectors.toSet());
    }

    void settle(List<Finding> findings) {
        Instant now = Instant.now();
        for (Finding finding : findings) {
            settle(finding, now);
        }
        Set<Finding.Key> found = findings.stream().map(Finding::key).collect(Collectors.toSet());
        for (Alert alert : List.copyOf(open.values())) {
            if (!found.contains(key(alert)) && alert.updatedAt().isBefore(now.minus(FORGOTTEN))) {
                resolve(alert.resolved(now, "nothing was found of it for a day"), Map.of());
            }
        }
    }

    private void settle(Finding finding, Instant now) {
        Alert alert = open.get(finding.key());
        if (finding.raised() && alert == null) {
            open(finding, now);
        } else if (finding.raised()) {
            update(alert.updated(now, finding.summary(), finding.runId(), finding.value()), alert);
        } else if (alert != null) {
            resolve(alert.resolved(now, finding.summary()), finding.codes());
        }
    }

    private void open(Finding finding, Instant now) {
        AlertCondition condition = finding.condition();
        Alert alert = new Alert(
                UUID.randomUUID().toString(),
                condition.name(),
                finding.subject(),
                condition.severity().word(),
                now,
                now,
                null,
                finding.summary(),
                finding.runId(),
                finding.value(),
                finding.threshold());
        Map<String, String> messages = messages(alert, TopCodes.of(finding.codes()));
        try {
            if (inTable(() -> table.open(alert, messages), () -> local.open(alert, messages))) {
                LOG.warn("Alert {} of {}: {}", condition, finding.subject(), finding.summary());
            }
            open.put(finding.key(), alert);
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void update(Alert updated, Alert before) {
        if (before.updatedAt().plus(UPDATE).isAfter(updated.updatedAt())) {
            return;
        }
        try {
            inTable(() -> table.update(updated), () -> local.update(updated));
            open.put(key(updated), updated);
        } catch (SQLException e) {
            failed(e);
        }
    }

    private void resolve(Alert resolved, Map<String, Long> codes) {
        try {
            Map<String, String> messages = messages(resolved, TopCodes.of(codes));
            if (inTable(() -> table.resolve(resolved, messages), () -> local.resolve(resolved, messages))) {
                LOG.info("Alert {} of {} is over: {}", resolved.condition(), resolved.subject(), resolved.summary());
                open.remove(key(resolved));
            }
        } catch (SQLException e) {
            failed(e);
        }
    }

    private Map<String, String> messages(Alert alert, Map<String, Long> codes) {
        String json = AlertEvent.of(alert, codes, link).toJson();
        return channels.stream().collect(Collectors.toMap(channel -> channel, channel -> json));
    }

    private interface Change {
        boolean apply() throws SQLException;
    }

    private boolean inTable(Change inTable, Change here) throws SQLException {
        return reachable ? inTable.apply() : here.apply();
    }

    /** The next look finds the same and tries again. */
    private void failed(SQLException e) {
        LOG.warn("An alert could not be written: {}", e.getMessage());
        reachable = false;
    }
}

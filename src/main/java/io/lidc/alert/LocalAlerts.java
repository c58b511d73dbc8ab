package io.lidc.alert;

import io.lidc.model.Alert;
import io.lidc.model.AlertDelivery;
import io.lidc.store.alert.AlertTable;
import io.lidc.store.alert.AlertTable.Told;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts of a time without a database: that it is away, above all. They are told from here, and go into the table when there is one
 * again. That such an alert is over is told from there.
 */
public final class LocalAlerts {
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long lastId;

    /** Something to be told, and how far that has come. Numbers of its own, below zero, tell it from rows of the table. */
    private static final class Entry {
        private final String alertId;
        private final AlertDelivery delivery;
        private Instant dueAt;
        private Instant deliveredAt;
        private boolean underWay;
        private int attempts;

        Entry(String alertId, AlertDelivery delivery) {
            this.alertId = alertId;
            this.delivery = delivery;
            this.dueAt = delivery.createdAt();
        }
    }

    synchronized boolean open(Alert alert, Map<String, String> messages) {
        alerts.put(alert.alertId(), alert);
        messages.forEach((channel, message) -> entries.add(
                new Entry(alert.alertId(), new AlertDelivery(--lastId, channel, message, alert.openedAt(), 0))));
        return true;
    }

    synchronized boolean update(Alert alert) {
        return alerts.replace(alert.alertId(), alert) != null;
    }

    /** Only the table knows who watches an alert: it is resolved there, when there is one again. */
    synchronized boolean resolve(Alert alert, Map<String, String> messages) {
        return false;
    }

    /** What is due, one a channel at the most, in the order in which it came. */
    synchronized List<AlertDelivery> claim(Collection<String> channels) {
        Map<String, Entry> oldest = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.deliveredAt == null && channels.contains(entry.delivery.channel()))
                .forEach(entry -> oldest.putIfAbsent(entry.delivery.channel(), entry));
        List<AlertDelivery> due = new ArrayList<>();
        for (Entry entry : oldest.values()) {
            if (!entry.underWay && !entry.dueAt.isAfter(Instant.now())) {
                entry.underWay = true;
                entry.attempts++;
                AlertDelivery first = entry.delivery;
                due.add(new AlertDelivery(
                        first.deliveryId(), first.channel(), first.message(), first.createdAt(), entry.attempts));
            }
        }
        return due;
    }

    /** Whether a delivery is one of these. */
    static boolean isLocal(AlertDelivery delivery) {
        return delivery.deliveryId() < 0;
    }

    synchronized void delivered(AlertDelivery delivery) {
        entries.stream()
                .filter(entry -> entry.delivery.deliveryId() == delivery.deliveryId())
                .forEach(entry -> {
                    entry.underWay = false;
                    entry.deliveredAt = Instant.now();
                });
    }

    synchronized void failed(AlertDelivery delivery, Instant dueAt) {
        entries.stream()
                .filter(entry -> entry.delivery.deliveryId() == delivery.deliveryId())
                .forEach(entry -> {
                    entry.underWay = false;
                    entry.dueAt = dueAt;
                });
    }

    /** Moves the alerts into the table, but those of which somebody is being told just now: they follow at the next look. */
    synchronized void moveInto(AlertTable table) throws SQLException {
        for (Alert alert : List.copyOf(alerts.values())) {
            List<Entry> told = entries.stream()
                    .filter(entry -> entry.alertId.equals(alert.alertId()))
                    .toList();
            if (told.stream().noneMatch(entry -> entry.underWay)) {
                Map<String, Told> byChannel = new LinkedHashMap<>();
                told.forEach(entry -> byChannel.put(
                        entry.delivery.channel(),
                        new Told(entry.delivery.message(), entry.deliveredAt, entry.attempts)));
                table.openAsTold(alert, byChannel);
                alerts.remove(alert.alertId());
                entries.removeAll(told);
            }
        }
    }
}

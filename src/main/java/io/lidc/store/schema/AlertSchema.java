package io.lidc.store.schema;

import java.util.List;

/** What the tables of alerts mean. */
final class AlertSchema {
    static final List<DocumentedTable> ALL = List.of(alert(), delivery());

    private AlertSchema() {}

    private static DocumentedTable alert() {
        return DocumentedTable.of(
                        "alert",
                        "What somebody has to know of, see operations.md. Of each condition and subject, one alert is open at"
                                + " most.")
                .column("alert_id", "The alert")
                .column("condition", "What is wrong, a stable code")
                .column("subject", "With what: a source, the database, a folder")
                .column("severity", "critical, error or warning")
                .column("opened_at", "When it was found, in UTC")
                .column("updated_at", "When it was last found to go on, in UTC")
                .column("resolved_at", "When it was found to be over, in UTC; null while it goes on")
                .column("summary", "In words, without any value of an object")
                .column("run_id", "The run that showed it; null where none did")
                .measure("value", "What was measured; null where nothing is")
                .measure("threshold", "What it is measured by; null where nothing is")
                .column("owner", "The process that watches it");
    }

    private static DocumentedTable delivery() {
        return DocumentedTable.of(
                        "alert_delivery",
                        "What was told of alerts, or is to be. Each channel gets its rows in their order, one after the other.")
                .number("delivery_id", "The order within a channel")
                .column("alert_id", "The alert that it tells of")
                .column("channel", "Who is told: slack, pagerduty, webhook or mail")
                .column("message", "What is told, as JSON")
                .column("created_at", "When there was something to tell, in UTC")
                .column("due_at", "When the next attempt is due, in UTC")
                .column("claimed_until", "Until when a process has the attempt for itself, in UTC")
                .number("attempts", "How often it was attempted so far")
                .column("delivered_at", "When the receiver took it, in UTC; null until then")
                .column("given_up_at", "When no further attempt was worth it, in UTC; null as a rule")
                .column("failure", "Why the last attempt failed");
    }
}

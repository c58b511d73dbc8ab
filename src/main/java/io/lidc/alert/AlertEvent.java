package io.lidc.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.model.Alert;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What channels are told of an alert. The generic webhook gets it as it is, as JSON.
 *
 * @param event {@code opened}, {@code resolved} or {@code test}
 * @param key the same for all events of an alert
 * @param title of its condition
 * @param action what to do
 * @param openedAt ISO 8601 in UTC
 * @param resolvedAt null while it goes on
 * @param run null where none showed it
 * @param value what was measured, a share say; null where nothing is
 * @param codes how many objects failed, the most frequent codes
 * @param link to the status page; null where none is configured
 */
@JsonPropertyOrder({
    "event",
    "key",
    "condition",
    "severity",
    "subject",
    "title",
    "summary",
    "action",
    "openedAt",
    "resolvedAt",
    "run",
    "value",
    "threshold",
    "codes",
    "link"
})
public record AlertEvent(
        String event,
        String key,
        String condition,
        String severity,
        String subject,
        String title,
        String summary,
        String action,
        String openedAt,
        String resolvedAt,
        String run,
        Double value,
        Double threshold,
        Map<String, Long> codes,
        String link) {

    /** Of an alert that starts. */
    public static final String OPENED = "opened";
    /** Of an alert that is over. */
    public static final String RESOLVED = "resolved";
    /** Of nothing: somebody sees whether it arrives. */
    public static final String TEST = "test";

    private static final ObjectMapper JSON = new ObjectMapper();

    static AlertEvent of(Alert alert, Map<String, Long> codes, String link) {
        AlertCondition condition = AlertCondition.valueOf(alert.condition());
        return new AlertEvent(
                alert.resolvedAt() == null ? OPENED : RESOLVED,
                alert.alertId(),
                alert.condition(),
                alert.severity(),
                alert.subject(),
                condition.title(),
                alert.summary(),
                condition.action(),
                alert.openedAt().toString(),
                alert.resolvedAt() == null ? null : alert.resolvedAt().toString(),
                alert.runId(),
                alert.value(),
                alert.threshold(),
                codes,
                link);
    }

    /** An event of nothing, by which somebody sees whether events arrive. */
    public static AlertEvent test() {
        Alert alert = new Alert(
                "test-" + UUID.randomUUID(),
                AlertCondition.FAILURE_RATE.name(),
                "nothing, this is a test",
                Severity.WARNING.word(),
                Instant.now(),
                Instant.now(),
                null,
                "somebody asked whether alerts arrive",
                null,
                null,
                null);
        return of(alert, Map.of(), null).as(TEST, null);
    }

    /** The same alert, over now. */
    public AlertEvent atItsEnd() {
        return as(RESOLVED, Instant.now().toString());
    }

    private AlertEvent as(String otherEvent, String end) {
        return new AlertEvent(
                otherEvent,
                key,
                condition,
                severity,
                subject,
                title,
                summary,
                action,
                openedAt,
                end,
                run,
                value,
                threshold,
                codes,
                link);
    }

    /** Whether the alert is over. */
    public boolean over() {
        return RESOLVED.equals(event);
    }

    /** As JSON. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From JSON that {@link #toJson} made. */
    public static AlertEvent parse(String json) {
        try {
            return JSON.readValue(json, AlertEvent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.lidc.alert.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.alert.AlertEvent;
import org.apache.camel.Body;

/**
 * An event in PagerDuty's Events API v2. All events of an alert have one {@code dedup_key}: an incident that somebody has acknowledged
 * stays acknowledged, and is resolved with the alert.
 */
public final class PagerDutyEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SUMMARY = 1_024;

    private final ChannelSecrets secrets;

    /** @param secrets that hold the key of the service */
    public PagerDutyEvent(ChannelSecrets secrets) {
        this.secrets = secrets;
    }

    /** The body that the API takes. */
    public String of(@Body AlertEvent event) {
        ObjectNode message = JSON.createObjectNode();
        message.put("routing_key", secrets.pagerDutyKey());
        message.put("event_action", event.over() ? "resolve" : "trigger");
        message.put("dedup_key", event.key());
        message.put("client", "LIDC Pipeline");
        if (event.link() != null) {
            message.put("client_url", event.link());
        }
        payload(message.putObject("payload"), event);
        return message.toString();
    }

    private static void payload(ObjectNode payload, AlertEvent event) {
        String summary = SlackMessage.headline(event) + ": " + event.summary();
        payload.put("summary", summary.length() <= MAX_SUMMARY ? summary : summary.substring(0, MAX_SUMMARY));
        payload.put("source", event.subject());
        payload.put("severity", event.severity());
        payload.put("timestamp", event.over() ? event.resolvedAt() : event.openedAt());
        payload.put("component", "lidc-pipeline");
        payload.put("class", event.condition());
        ObjectNode details = payload.putObject("custom_details");
        details.put("action", event.action());
        details.put("run", event.run());
        details.put("value", event.value());
        details.put("threshold", event.threshold());
        ObjectNode codes = details.putObject("codes");
        event.codes().forEach(codes::put);
    }
}

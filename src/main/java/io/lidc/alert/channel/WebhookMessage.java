package io.lidc.alert.channel;

import io.lidc.alert.AlertEvent;
import org.apache.camel.Body;

/** An event as JSON, for receivers of a user's own. */
public final class WebhookMessage {

    /** The event as it is. */
    public String of(@Body AlertEvent event) {
        return event.toJson();
    }
}

package io.lidc.alert.channel;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What a receiver answered, for a person. */
public final class Answer {
    private static final int MAX_LENGTH = 200;

    private Answer() {}

    /** {@code HTTP status 200: ok}; {@code taken} where there are no statuses. */
    public static String of(Message message) {
        Integer status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null) {
            return "taken";
        }
        String body = message.getBody(String.class);
        String text = body == null ? "" : body.strip().replaceAll("\\s+", " ");
        String shortened = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        return "HTTP status " + status + (shortened.isEmpty() ? "" : ": " + shortened);
    }
}

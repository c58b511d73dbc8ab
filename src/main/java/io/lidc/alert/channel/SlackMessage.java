package io.lidc.alert.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lidc.alert.AlertEvent;
import java.util.stream.Collectors;
import org.apache.camel.Body;

/** An event in Slack's Block Kit. */
public final class SlackMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body that an incoming webhook takes. */
    public String of(@Body AlertEvent event) {
        ObjectNode message = JSON.createObjectNode();
        message.put("text", escape(headline(event) + " · " + event.subject() + " · " + event.summary()));
        ArrayNode blocks = message.putArray("blocks");
        ObjectNode header = blocks.addObject().put("type", "header").putObject("text");
        header.put("type", "plain_text").put("text", shortened(headline(event), 150));
        markdown(blocks.addObject().put("type", "section").putObject("text"), escape(event.summary()));
        fields(blocks.addObject().put("type", "section").putArray("fields"), event);
        if (!event.over()) {
            markdown(
                    blocks.addObject().put("type", "section").putObject("text"),
                    "*What to do:* " + escape(event.action()));
        }
        if (event.link() != null) {
            markdown(
                    blocks.addObject()
                            .put("type", "context")
                            .putArray("elements")
                            .addObject(),
                    "<" + event.link() + "|Status page>");
        }
        return message.toString();
    }

    static String headline(AlertEvent event) {
        return switch (event.event()) {
            case AlertEvent.RESOLVED -> "Resolved: " + event.title();
            case AlertEvent.TEST -> "Test: " + event.title();
            default -> event.title();
        };
    }

    private static void fields(ArrayNode fields, AlertEvent event) {
        field(fields, "Of", event.subject());
        field(fields, "Severity", event.severity());
        field(fields, "Since", event.openedAt());
        field(fields, "Until", event.resolvedAt());
        field(fields, "Run", event.run());
        String codes = event.codes().entrySet().stream()
                .map(code -> code.getKey() + " " + code.getValue())
                .collect(Collectors.joining(", "));
        field(fields, "Most frequent", codes.isEmpty() ? null : codes);
    }

    private static void field(ArrayNode fields, String name, String value) {
        if (value != null) {
            markdown(fields.addObject(), "*" + name + "*\n" + shortened(escape(value), 1_900));
        }
    }

    private static void markdown(ObjectNode text, String content) {
        text.put("type", "mrkdwn").put("text", content);
    }

    /** The three characters that Slack asks to be escaped. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}

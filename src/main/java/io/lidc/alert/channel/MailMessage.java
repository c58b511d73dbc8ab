package io.lidc.alert.channel;

import io.lidc.alert.AlertEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Body;

/** An event as an e-mail. */
public final class MailMessage {

    /** One line of ASCII or more: mail agents encode it. */
    public String subject(@Body AlertEvent event) {
        return ("[lidc] " + SlackMessage.headline(event) + ": " + event.subject()).replaceAll("[\\r\\n]+", " ");
    }

    /** Plain text. */
    public String of(@Body AlertEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(event.summary());
        lines.add("");
        add(lines, "Of", event.subject());
        add(lines, "Severity", event.severity());
        add(lines, "Since", event.openedAt());
        add(lines, "Until", event.resolvedAt());
        add(lines, "Run", event.run());
        String codes = event.codes().entrySet().stream()
                .map(code -> code.getKey() + " " + code.getValue())
                .collect(Collectors.joining(", "));
        add(lines, "Most frequent", codes.isEmpty() ? null : codes);
        add(lines, "What to do", event.over() ? null : event.action());
        add(lines, "Status page", event.link());
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, String name, String value) {
        if (value != null) {
            lines.add(String.format("%-14s %s", name, value));
        }
    }
}

package io.lidc.app;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of the modules, as the properties file and the documentation show them. */
final class ConfigurationDocument {
    private static final int WIDTH = 120;

    /** What the meanings say already. */
    private static final Set<String> PLAIN =
            Set.of("a folder", "a folder, or nothing", "a file, or nothing", "a name, or nothing");

    private static final List<String> PREFACE = List.of(
            "Settings of LIDC Pipeline. Each can be given by an environment variable instead, which wins: the key in upper case"
                    + " with underscores, DATABASE_URL for database.url. Options of the command line win over both. A line that"
                    + " is deleted leaves the default, which is the value that stands here.",
            "Keys of your own may stand here too: {{my.folder}} in a route is the value of my.folder. Names whose first word is"
                    + " that of a setting (database., push.) belong to the program, and unknown ones among them are refused.",
            "How much is logged is no setting: the environment variable LOG_LEVEL is ERROR, WARN, INFO, DEBUG or TRACE."
                    + " Without it, lidc run logs its routes and the totals of its runs, and everything else logs warnings"
                    + " only; config/log4j2.xml reads it.");

    private ConfigurationDocument() {}

    /** The settings part of config/application.properties. */
    static String properties(List<KeyGroup> groups) {
        StringBuilder text = new StringBuilder();
        text.append(PREFACE.stream().map(ConfigurationDocument::comment).collect(Collectors.joining("#\n")));
        for (KeyGroup group : groups) {
            String heading = "# --- " + group.title() + " ";
            text.append("\n")
                    .append(heading)
                    .append("-".repeat(WIDTH - heading.length()))
                    .append("\n");
            text.append(group.comment().isEmpty() ? "" : "\n" + comment(group.comment()));
            for (Key<?> key : group.keys()) {
                String line = key.name() + " = " + key.defaultText();
                text.append("\n")
                        .append(comment(meaning(key)))
                        .append(line.strip())
                        .append("\n");
            }
        }
        return text.append("\n").toString();
    }

    /** All keys in Markdown: a heading and a table for each group. */
    static String reference(List<KeyGroup> groups) {
        StringBuilder text = new StringBuilder("\n");
        for (KeyGroup group : groups) {
            text.append("### ").append(group.title()).append("\n\n");
            text.append(group.comment().isEmpty() ? "" : markdown(group.comment()) + "\n\n");
            text.append("| key | default | meaning |\n|---|---|---|\n");
            group.keys().forEach(key -> text.append(row(key, meaning(key))));
            text.append("\n");
        }
        return text.toString();
    }

    /** A few keys in Markdown: a table with the first sentence on each. */
    static String summary(List<Key<?>> keys) {
        return keys.stream()
                .map(key -> row(key, key.meaning().replaceFirst("(?<=\\.) .*", "")))
                .collect(Collectors.joining("", "\n| key | default | meaning |\n|---|---|---|\n", "\n"));
    }

    private static String row(Key<?> key, String meaning) {
        String value = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
        return "| `" + key.name() + "` | " + value + " | " + markdown(meaning) + " |\n";
    }

    private static String meaning(Key<?> key) {
        return PLAIN.contains(key.allowed()) ? key.meaning() : key.meaning() + " Allowed: " + key.allowed() + ".";
    }

    private static String markdown(String prose) {
        return prose.replaceAll("[*|<]", "\\\\$0");
    }

    private static String comment(String prose) {
        List<StringBuilder> lines = new ArrayList<>();
        lines.add(new StringBuilder("#"));
        for (String word : prose.split(" ")) {
            if (lines.get(lines.size() - 1).length() + 1 + word.length() > WIDTH) {
                lines.add(new StringBuilder("#"));
            }
            lines.get(lines.size() - 1).append(" ").append(word);
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}

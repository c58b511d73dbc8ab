package io.lidc.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/monitoring.md tells each metric of ours that a service shows, with its type, its labels and what it is. */
class MetricsDocumentIT {
    private static final String REWRITE =
            "mvn -B -q verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=MetricsDocumentIT -Dmonitoring.write=true";
    private static final Path DOCUMENT = Path.of("docs/monitoring.md");
    private static final String START = "<!-- metrics -->\n";
    private static final String END = "<!-- end of metrics -->";
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    @TempDir
    private Path folder;

    @Test
    void tellsWhatAServiceShows() throws Exception {
        String rewritten = rewritten(Files.readString(DOCUMENT));
        if (Boolean.getBoolean("monitoring.write")) {
            Files.writeString(DOCUMENT, rewritten);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("this rewrites it: %s", REWRITE)
                .isEqualTo(rewritten);
    }

    private String rewritten(String text) throws Exception {
        assertThat(text).contains(START).contains(END);
        return text.substring(0, text.indexOf(START) + START.length())
                + table(scrape())
                + text.substring(text.indexOf(END));
    }

    private String scrape() throws Exception {
        try (MonitoredService service = BusyService.start(folder)) {
            return service.get("/observe/metrics").body();
        }
    }

    private static String table(String scrape) throws IOException {
        Map<String, String> types = comments(scrape, "TYPE");
        Map<String, String> meanings = comments(scrape, "HELP");
        return types.keySet().stream()
                .filter(name -> name.startsWith("lidc_") && !name.endsWith("_max"))
                .map(name -> "| `" + name + "` | " + types.get(name) + " | " + labels(scrape, name) + " | "
                        + meanings.get(name) + " |\n")
                .collect(
                        Collectors.joining("", "\n| metric | type | labels | what it is |\n|---|---|---|---|\n", "\n"));
    }

    private static Map<String, String> comments(String scrape, String kind) {
        return scrape.lines()
                .filter(line -> line.startsWith("# " + kind + " "))
                .map(line -> line.split(" ", 4))
                .collect(Collectors.toMap(words -> words[2], words -> words[3], (one, other) -> one, TreeMap::new));
    }

    private static String labels(String scrape, String name) {
        Set<String> labels = new TreeSet<>();
        scrape.lines()
                .filter(line -> line.matches(name + "(_bucket|_count|_sum)?[{].*"))
                .forEach(line -> {
                    Matcher label = LABEL.matcher(line);
                    while (label.find()) {
                        labels.add("`" + label.group(1) + "`");
                    }
                });
        labels.remove("`le`");
        return String.join(", ", labels);
    }
}

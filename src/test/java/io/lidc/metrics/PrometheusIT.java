package io.lidc.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Installed;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped for Prometheus and Grafana, against a Prometheus that scrapes a service. */
class PrometheusIT {
    private static final Path RULES = Path.of("config/prometheus/rules.yml");
    private static final Path DASHBOARD = Path.of("config/grafana/dashboards/lidc.json");
    /** A metric with its labels, in an expression. */
    private static final Pattern SELECTOR =
            Pattern.compile("\\b(?:lidc|hikaricp|jvm|up|instance:lidc)[a-zA-Z0-9_:]*(?:\\{[^}]*})?");

    @TempDir
    private static Path folder;

    private static MonitoredService service;
    private static Prometheus prometheus;

    @BeforeAll
    static void scrape() throws Exception {
        Installed.required("prometheus");
        service = BusyService.start(folder);
        prometheus = Prometheus.scraping(service.url("/"), folder);
        // Pauses of the collector are on record once there was one.
        System.gc();
        prometheus.awaitScrapes(2);
        for (int i = 10; i < 30; i++) {
            Files.write(
                    folder.resolve("inbox/" + i + ".dcm"),
                    DicomFile.instance(i, "CT").bytes());
        }
        prometheus.awaitScrapes(8);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (prometheus != null) {
            prometheus.stop();
            service.close();
        }
    }

    @ParameterizedTest
    @MethodSource("panelQueries")
    void aQueryOfTheDashboardHasData(String query) throws Exception {
        String asked = query.replace("$instance", ".+")
                .replace("[$__rate_interval]", "[1m]")
                .replace("[$__range]", "[5m]");

        assertThat(prometheus.query(asked)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSelectors")
    void whatARuleLooksAtHasData(String selector) throws Exception {
        assertThat(prometheus.query(selector)).isNotEmpty();
    }

    @Test
    void theVariableOfTheDashboardHasTheInstance() throws Exception {
        assertThat(prometheus
                        .query("lidc_build_info")
                        .get(0)
                        .at("/metric/instance")
                        .asText())
                .isEqualTo(service.url("/").getAuthority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check config config/prometheus/prometheus.yml", "test rules config/prometheus/rules.test.yml"})
    void promtoolIsContent(String command) throws Exception {
        List<String> words =
                new ArrayList<>(List.of(Installed.required("promtool").toString()));
        words.addAll(List.of(command.split(" ")));
        Process promtool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(promtool.getInputStream().readAllBytes());

        assertThat(promtool.waitFor()).as(output).isZero();
    }

    private static Stream<String> panelQueries() throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonNode expression :
                new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr")) {
            queries.add(expression.asText());
        }
        return queries.stream();
    }

    private static Stream<String> ruleSelectors() throws IOException {
        List<String> selectors = new ArrayList<>();
        for (String line : Files.readAllLines(RULES)) {
            boolean isExpression = line.matches(" +expr: [^>].*|          .*");
            Matcher selector = SELECTOR.matcher(line.replaceFirst("^ +expr: ", ""));
            while (isExpression && selector.find()) {
                selectors.add(selector.group());
            }
        }
        return selectors.stream()
                .filter(selector -> !selector.startsWith("up{") || selector.contains("lidc"))
                .distinct();
    }
}

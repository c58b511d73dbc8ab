package io.lidc.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.model.Outcome;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus gets of a service. */
class MetricsIT {
    @TempDir
    private static Path folder;

    private static MonitoredService service;
    private static Map<String, Double> samples;

    @BeforeAll
    static void start() throws Exception {
        service = BusyService.start(folder);
        samples = service.metrics();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void countsTheOutcomesThatTheDatabaseHas(Outcome outcome) throws SQLException {
        assertThat(sum("lidc_objects_total{outcome=\"" + outcome + "\""))
                .isEqualTo(number("select sum(" + outcome.column() + ") from run"));
    }

    @Test
    void countsBytesThatTheDatabaseHas() throws SQLException {
        assertThat(sum("lidc_read_bytes_total")).isEqualTo(number("select sum(bytes_read) from run"));
    }

    @Test
    void countsFailuresByCode() {
        assertThat(samples).containsEntry("lidc_failures_total{code=\"TRUNCATED\"}", 1.0);
    }

    @Test
    void countsMissingAttributesThatTheDatabaseHas() throws SQLException {
        assertThat(sum("lidc_missing_attributes_total{keyword=\"SliceThickness\"}"))
                .isEqualTo(number("select sum(instances) from run_missing where keyword = 'SliceThickness'"));
    }

    @Test
    void timesTheReadingOfEachObject() throws SQLException {
        assertThat(sum("lidc_header_read_seconds_count")).isEqualTo(number("select sum(discovered) from run"));
    }

    @Test
    void namesSourcesByTheirRoutes() {
        assertThat(samples.keySet().stream()
                        .filter(name -> name.startsWith("lidc_read_bytes_total"))
                        .toList())
                .containsExactly(
                        "lidc_read_bytes_total{source=\"folder\"}",
                        "lidc_read_bytes_total{source=\"inbox\"}",
                        "lidc_read_bytes_total{source=\"push\"}");
    }

    @Test
    void tellsWhenASourceWasLastReadToItsEnd() {
        assertThat(samples.get("lidc_last_successful_run_timestamp_seconds{source=\"folder\"}"))
                .isCloseTo(Instant.now().getEpochSecond(), Offset.offset(120.0));
    }

    @Test
    void countsPushesByStatusAlsoThoseThatAreRefused() {
        assertThat(samples)
                .containsEntry("lidc_pushes_total{status=\"200\"}", 1.0)
                .containsEntry("lidc_pushes_total{status=\"415\"}", 1.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hikaricp_connections_active{pool=\"database\"}",
                "jvm_threads_live_threads",
                "camel_exchanges_failed_total{route_id=\"chunk\"}"
            })
    void hasPoolVirtualMachineAndRoutes(String name) {
        assertThat(samples).containsKey(name);
    }

    @Test
    void leavesRoutesOfSingleObjectsOut() {
        assertThat(samples.keySet()).noneMatch(name -> name.contains("route_id=\"extract\""));
    }

    @Test
    void isTextForPrometheus() throws IOException, InterruptedException {
        assertThat(service.get("/observe/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    private static double sum(String start) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(start))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static double number(String query) throws SQLException {
        return Double.parseDouble(service.rows(query).get(0));
    }
}

package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.quality.Finding;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of the report, against other queries: these read the tables, the report's the view {@code series_overview}. */
class ReportNumbersTest {
    private static final String CT = " from series where modality = 'CT'";
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    /** Distributions over bins, with the quantity of each series or study. */
    private static final Map<String, String> QUANTITIES = Map.of(
            "tube_current", quantity("min(x_ray_tube_current)"),
            "pixel_spacing", quantity("min(pixel_spacing_row)"),
            "diameter", quantity("min(reconstruction_diameter)"),
            "slices", quantity("count(*)"),
            "age", "select cast(substr(patient_age, 2, 2) as integer) as v from study");

    static {
        EXPECTED.put(
                "holdings",
                "select 4, count(distinct study_instance_uid), count(distinct series_instance_uid), (select count(*)"
                        + CT + "), count(*), sum(size) from instance join series using (series_instance_uid)");
        EXPECTED.put(
                "quality_verdicts",
                "select count(*) filter (where verdict = 'COMPLETE'), count(*) filter (where verdict = 'SUSPECT'),"
                        + " count(*) filter (where verdict = 'BROKEN'), (select count(*)" + CT
                        + ") - count(*) from series_quality");
        EXPECTED.put(
                "quality_by_manufacturer",
                "select manufacturer, count(*) filter (where verdict = 'COMPLETE'), count(*) filter (where verdict = 'SUSPECT'),"
                        + " count(*) filter (where verdict = 'BROKEN') from series_quality join series using"
                        + " (series_instance_uid) group by manufacturer order by count(*) desc, manufacturer");
        EXPECTED.put(
                "quality_series",
                "select quality.verdict, quality.reasons, quality.missing_slices, quality.repeated_planes, quality.stacks,"
                        + " quality.tilt, quality.slice_thickness_min, quality.spacing_median, quality.spacing_max,"
                        + " quality.slices, series.manufacturer, series.series_instance_uid from series_quality quality"
                        + " join series on series.series_instance_uid = quality.series_instance_uid where reasons <> ''"
                        + " order by verdict, reasons, series.series_instance_uid");
        EXPECTED.put("modality", "select modality, count(*) from series group by modality order by count(*) desc");
        EXPECTED.put(
                "modality_holdings",
                "select modality, count(distinct patient_id), count(distinct study_instance_uid),"
                        + " count(distinct series_instance_uid), count(*), sum(size) from instance"
                        + " join series using (series_instance_uid) join study using (study_instance_uid)"
                        + " group by modality order by modality");
        EXPECTED.put("study_year", "select '2020', count(*) from study where study_date like '2020%'");
        EXPECTED.put(
                "ct_series_per_patient",
                "select ct_series, count(*) from patient_overview where ct_series > 0 group by ct_series order by ct_series");
        EXPECTED.put(
                "sex",
                "select patient_sex, count(*) from patient group by patient_sex order by count(*) desc, patient_sex");
        EXPECTED.put(
                "manufacturer",
                "select manufacturer, count(*)" + CT + " group by manufacturer order by count(*) desc, manufacturer");
        EXPECTED.put(
                "model",
                "select concat(manufacturer_model_name, ', ', manufacturer) as model, count(*)" + CT
                        + " group by concat(manufacturer_model_name, ', ', manufacturer) order by count(*) desc, model");
        EXPECTED.put(
                "kernel",
                "select convolution_kernel, count(distinct series_instance_uid) from instance where convolution_kernel is not null"
                        + " group by convolution_kernel order by count(distinct series_instance_uid) desc, convolution_kernel");
        EXPECTED.put("slice_thickness", values("slice_thickness"));
        EXPECTED.put("kvp", values("kvp"));
        EXPECTED.put(
                "spacing",
                "select spacing_median, count(*) from series_quality where spacing_median is not null group by spacing_median"
                        + " order by spacing_median");
        EXPECTED.put("missing_attributes", "select 1 where 1 = 0");
        EXPECTED.put(
                "failures",
                "select error_code, count(*) from set_aside where error_code is not null group by error_code order by 1");
        EXPECTED.put("warnings", "select 1 where 1 = 0");
        EXPECTED.put(
                "set_aside",
                "select outcome, coalesce(error_code, ''), count(*) from set_aside group by outcome, error_code"
                        + " order by count(*) desc, outcome, error_code");
    }

    @TempDir
    private static Path folder;

    private static final Map<TestDatabase, HikariDataSource> DATABASES = new LinkedHashMap<>();

    @BeforeAll
    static void report() throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            HikariDataSource dataSource = database.open(folder);
            DATABASES.put(database, dataSource);
            Ingested.sample(folder, dataSource);
            new ReportWriter(dataSource, folder.resolve(database.name()).toString()).write();
        }
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(HikariDataSource::close);
    }

    static Stream<String> statistics() {
        return EXPECTED.keySet().stream();
    }

    static Stream<String> distributions() {
        return QUANTITIES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void givesWhatAnotherQueryGives(String id) throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            assertThat(csv(database, id)).isEqualTo(rows(database, EXPECTED.get(id)));
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void countsInEachBinWhatLiesInIt(String id) throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            for (String bin : csv(database, id)) {
                String[] cells = bin.split("\\|");
                String count = "select count(*) from (" + QUANTITIES.get(id) + ") quantity where v >= " + cells[0]
                        + " and v < " + cells[1];
                assertThat(rows(database, count)).containsExactly(cells[2]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void leavesNothingOutOfTheBins(String id) throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            long counted = csv(database, id).stream()
                    .mapToLong(bin -> Long.parseLong(bin.split("\\|")[2]))
                    .sum();
            assertThat(rows(database, "select count(v) from (" + QUANTITIES.get(id) + ") quantity"))
                    .containsExactly(Long.toString(counted));
        }
    }

    @Test
    void countsEachReasonAndEachNote() throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            assertThat(csv(database, "quality_reasons"))
                    .containsExactlyInAnyOrderElementsOf(findings(database, "reasons"));
            assertThat(csv(database, "quality_notes")).containsExactlyInAnyOrderElementsOf(findings(database, "notes"));
        }
    }

    @Test
    void givesTheTotalsOfTheRun() throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            List<String> run = List.of(csv(database, "runs").get(0).split("\\|"));
            String expected = rows(
                            database,
                            "select run_id, state, discovered, stored, unchanged, duplicate, conflict,"
                                    + " not_dicom, not_instance, skipped, published, failed, bytes_read from run")
                    .get(0);
            assertThat(run.get(0) + "|" + run.get(1) + "|" + String.join("|", run.subList(4, 15)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void givesTheTimesOfTheRunAsTheDatabaseHasThem() throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            List<String> run = List.of(csv(database, "runs").get(0).split("\\|"));
            String condition = "started_at = '" + run.get(2) + "' and finished_at = '" + run.get(3) + "'";

            assertThat(rows(database, "select run_id from run where " + condition))
                    .containsExactly(run.get(0));
        }
    }

    @Test
    void leavesNoFileUntested() throws IOException {
        Set<String> tested = new TreeSet<>(EXPECTED.keySet());
        tested.addAll(QUANTITIES.keySet());
        tested.addAll(Set.of("quality_reasons", "quality_notes", "runs"));

        try (Stream<Path> files = Files.list(folder.resolve(TestDatabase.SQLITE.name()))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".csv"))
                            .map(name -> name.replace(".csv", "")))
                    .containsExactlyInAnyOrderElementsOf(tested);
        }
    }

    @ParameterizedTest
    @MethodSource("shownStatistics")
    void showsTheSqlThatGivesTheNumbers(Statistic statistic) throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            assertThat(csv(database, statistic.id())).isEqualTo(rows(database, statistic.sql()));
        }
    }

    static List<Statistic> shownStatistics() throws Exception {
        List<Statistic> shown = new ArrayList<>();
        try (Snapshot snapshot = Snapshot.of(DATABASES.get(TestDatabase.SQLITE))) {
            new ReportBuilder(snapshot, new Figures(snapshot, Files.createTempDirectory(folder, "shown")))
                    .build()
                    .figures()
                    .map(Figure::statistic)
                    .filter(statistic -> !statistic.id().equals("runs"))
                    .forEach(shown::add);
        }
        return shown;
    }

    private static List<String> findings(TestDatabase database, String column) throws SQLException {
        Map<String, Long> counts =
                rows(database, "select " + column + " from series_quality where " + column + " <> ''").stream()
                        .flatMap(codes -> Arrays.stream(codes.split(",")))
                        .collect(Collectors.groupingBy(
                                code -> Finding.valueOf(code).words(), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getKey() + "|" + count.getValue())
                .toList();
    }

    private static String quantity(String expression) {
        return "select " + expression + " as v from instance where series_instance_uid in (select series_instance_uid"
                + CT + ") group by series_instance_uid";
    }

    private static String values(String column) {
        return "select v, count(*) from (" + quantity("min(" + column + ")") + ") quantity group by v order by v";
    }

    private static List<String> csv(TestDatabase database, String id) throws IOException {
        return CsvRows.of(folder.resolve(database.name()).resolve(id + ".csv"));
    }

    private static List<String> rows(TestDatabase database, String sql) throws SQLException {
        return Rows.of(DATABASES.get(database), sql);
    }
}

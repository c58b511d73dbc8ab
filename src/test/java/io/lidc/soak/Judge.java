package io.lidc.soak;

import io.lidc.soak.heap.HeapSample;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Looks for what must not be at the end of a soak, when the service has stopped. Each finding is a sentence. */
final class Judge {
    private static final int MAX_EXAMPLES = 3;
    private static final int MAX_EXAMPLE_LENGTH = 400;
    private static final Set<String> WRONG_STATES = Set.of("RUNNING", "UNBALANCED");
    private static final String PATIENTS = "Sample^|Prüfkörper^|Rei^San";

    private final List<String> findings = new ArrayList<>();

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Every object of the ledger has one outcome; none is there that nobody gave. */
    Judge outcomes(Ledger ledger, ObjectRows rows) {
        Set<String> held =
                rows.outcomes().keySet().stream().map(Ledger::outermost).collect(Collectors.toSet());
        List<String> names = ledger.names();
        find("objects without an outcome", names.stream().filter(name -> !held.contains(name)));
        held.removeAll(Set.copyOf(names));
        find("outcomes of objects that nobody gave", held.stream().sorted());
        find(
                "objects with several outcomes",
                rows.outcomes().entrySet().stream()
                        .filter(object -> object.getValue().size() > 1)
                        .map(object -> object.getKey() + " " + object.getValue()));
        return this;
    }

    /** The rows are those of a quiet run, each as often. */
    Judge rows(ObjectRows quiet, ObjectRows rows) {
        quiet.tables().forEach((table, expected) -> {
            List<String> actual = rows.tables().get(table);
            find("rows of " + table + " that the quiet run has", surplus(expected, actual));
            find("rows of " + table + " that the quiet run has not", surplus(actual, expected));
        });
        return this;
    }

    /** What the first list has more often than the second. */
    private static Stream<String> surplus(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0);
    }

    /** No run is open, each balances, and together they have stored each instance once. */
    Judge runs(DataSource database) throws SQLException {
        find(
                "runs left open or unbalanced",
                Rows.of(database, "select run_id, sources, state from run").stream()
                        .filter(run -> WRONG_STATES.contains(run.substring(run.lastIndexOf('|') + 1))));
        find(
                "runs that do not balance",
                Rows.of(
                        database,
                        "select run_id, state, discovered from run where discovered <> stored + unchanged + duplicate"
                                + " + conflict + not_dicom + not_instance + skipped + failed")
                        .stream());
        String stored =
                Rows.of(database, "select coalesce(sum(stored), 0) from run").get(0);
        String instances = Rows.of(database, "select count(*) from instance").get(0);
        if (!stored.equals(instances)) {
            findings.add("the runs have stored " + stored + " instances, and there are " + instances);
        }
        return this;
    }

    /** No file is left below a folder, but for some. */
    Judge leftovers(Path folder, Path... expected) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            find(
                    "files left in " + folder.getFileName(),
                    files.filter(Files::isRegularFile)
                            .filter(file -> Stream.of(expected).noneMatch(file::startsWith))
                            .map(Path::toString));
        }
        return this;
    }

    /** The service names no patient, and tells of what goes wrong in one line. */
    Judge logs(Path folder) throws IOException {
        try (Stream<Path> logs =
                Files.list(folder).filter(file -> file.toString().endsWith(".log"))) {
            for (Path log : (Iterable<Path>) logs.sorted()::iterator) {
                try (Stream<String> lines = Files.lines(log)) {
                    find(
                            "lines of " + log.getFileName() + " with the name of a patient",
                            lines.filter(
                                    line -> Stream.of(PATIENTS.split("\\|")).anyMatch(line::contains)));
                }
                try (Stream<String> lines = Files.lines(log)) {
                    find(
                            "lines of " + log.getFileName() + " of stack traces",
                            lines.filter(line -> line.startsWith("\tat ")));
                }
            }
        }
        return this;
    }

    /** The heap of the last process does not grow. */
    Judge heap(List<HeapSample> samples) {
        if (!HeapSample.isFlat(samples)) {
            findings.add(
                    "the heap of the last process grows, or was looked at too seldom: " + samples.size() + " samples");
        }
        return this;
    }

    /** What was found otherwise. */
    Judge all(List<String> others) {
        findings.addAll(others);
        return this;
    }

    private void find(String what, Stream<String> found) {
        List<String> all = found.toList();
        if (!all.isEmpty()) {
            findings.add(all.size() + " " + what + ": "
                    + all.stream().limit(MAX_EXAMPLES).map(Judge::shortened).collect(Collectors.joining(" ; ")));
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_EXAMPLE_LENGTH ? text : text.substring(0, MAX_EXAMPLE_LENGTH) + "…";
    }
}

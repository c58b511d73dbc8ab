package io.lidc.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.soak.heap.HeapSample;
import io.lidc.store.MetadataStore;
import io.lidc.store.jdbc.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak that cannot fail shows nothing. */
class JudgeTest {
    private static final ObjectRows SOUND =
            new ObjectRows(Map.of("instance", List.of("inbox/a|1")), Map.of("inbox/a", List.of("STORED")));

    @TempDir
    private Path folder;

    private final Judge judge = new Judge();
    private Ledger ledger;

    @BeforeEach
    void enter() throws IOException {
        ledger = new Ledger(folder.resolve("ledger"), folder.resolve("done"), folder.resolve("folder"));
        ledger.write("inbox/a", new byte[1]);
    }

    @Test
    void findsNothingWhereAllIsWell() throws Exception {
        try (HikariDataSource database = TestDatabase.SQLITE.open(folder)) {
            new MetadataStore(database).begin("run-1", "file:///");
            new MetadataStore(database).end("run-1", "COMPLETED");
            judge.outcomes(ledger, SOUND)
                    .rows(SOUND, SOUND)
                    .runs(database)
                    .leftovers(Files.createDirectory(folder.resolve("tmp")))
                    .logs(folder)
                    .heap(heaps(30, 30));
        }

        assertThat(judge.findings()).isEmpty();
    }

    @Test
    void findsAnObjectWithoutAnOutcome() throws IOException {
        ledger.write("push/b", new byte[1]);
        judge.outcomes(ledger, SOUND);

        assertThat(judge.findings()).containsExactly("1 objects without an outcome: push/b");
    }

    @Test
    void findsAnOutcomeOfAnObjectThatNobodyGave() {
        judge.outcomes(ledger, outcomes(Map.of("inbox/a", List.of("STORED"), "file:///b", List.of("FAILED"))));

        assertThat(judge.findings()).containsExactly("1 outcomes of objects that nobody gave: file:///b");
    }

    @Test
    void findsAnObjectWithTwoOutcomes() {
        judge.outcomes(ledger, outcomes(Map.of("inbox/a", List.of("STORED", "FAILED"))));

        assertThat(judge.findings()).containsExactly("1 objects with several outcomes: inbox/a [STORED, FAILED]");
    }

    @Test
    void findsARowThatTheQuietRunHasNot() {
        judge.rows(rows("inbox/a|1"), rows("inbox/a|1", "inbox/b|1"));

        assertThat(judge.findings()).containsExactly("1 rows of instance that the quiet run has not: inbox/b|1");
    }

    @Test
    void findsARowThatIsThereTwice() {
        judge.rows(rows("inbox/a|1"), rows("inbox/a|1", "inbox/a|1"));

        assertThat(judge.findings()).containsExactly("1 rows of instance that the quiet run has not: inbox/a|1");
    }

    @Test
    void findsARowThatIsMissing() {
        judge.rows(rows("inbox/a|1"), rows());

        assertThat(judge.findings()).containsExactly("1 rows of instance that the quiet run has: inbox/a|1");
    }

    @Test
    void findsARunThatIsLeftOpen() throws SQLException {
        try (HikariDataSource database = TestDatabase.SQLITE.open(folder)) {
            new MetadataStore(database).begin("run-1", "file:///");
            judge.runs(database);
        }

        assertThat(judge.findings()).containsExactly("1 runs left open or unbalanced: run-1|file:///|RUNNING");
    }

    @Test
    void findsARunThatCountsMoreThanThereIs() throws SQLException {
        try (HikariDataSource database = TestDatabase.SQLITE.open(folder)) {
            new MetadataStore(database).begin("run-1", "file:///");
            new MetadataStore(database).end("run-1", "COMPLETED");
            execute(database, "update run set discovered = 1, stored = 1");
            judge.runs(database);
        }

        assertThat(judge.findings()).containsExactly("the runs have stored 1 instances, and there are 0");
    }

    @Test
    void findsAFileThatIsLeft() throws IOException {
        Path file =
                Files.createFile(Files.createDirectory(folder.resolve("tmp")).resolve("1.zip"));
        judge.leftovers(file.getParent());

        assertThat(judge.findings()).containsExactly("1 files left in tmp: " + file);
    }

    @Test
    void findsThePatientInTheLog() throws IOException {
        Files.writeString(folder.resolve("service.log"), "WARN Sample^One cannot be stored\n");
        judge.logs(folder);

        assertThat(judge.findings()).singleElement().asString().contains("with the name of a patient");
    }

    @Test
    void findsAHeapThatGrows() {
        judge.heap(heaps(30, 60));

        assertThat(judge.findings()).singleElement().asString().startsWith("the heap of the last process grows");
    }

    private static ObjectRows outcomes(Map<String, List<String>> outcomes) {
        return new ObjectRows(Map.of(), outcomes);
    }

    private static ObjectRows rows(String... instances) {
        return new ObjectRows(Map.of("instance", List.of(instances)), Map.of());
    }

    /** From so many megabytes to so many, after a shorter life that held more. */
    private static List<HeapSample> heaps(int first, int last) {
        return IntStream.range(0, 20)
                .mapToObj(i -> i < 4
                        ? new HeapSample(i, 1, 100 << 20, 0, 0, 0)
                        : new HeapSample(i, 2, (first << 20) + (long) ((last - first) << 20) * i / 20, 0, 0, 0))
                .toList();
    }

    private static void execute(HikariDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

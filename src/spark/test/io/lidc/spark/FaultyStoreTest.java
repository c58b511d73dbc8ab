package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that does not answer in time: Spark runs tasks again, and what never answers is on record. */
class FaultyStoreTest {
    @TempDir
    Path folder;

    private List<String> arguments;

    @BeforeEach
    void serveTheSample() throws Exception {
        LocalSpark.session()
                .sparkContext()
                .hadoopConfiguration()
                .set("fs.faulty.impl", FaultyFileSystem.class.getName());
        FaultyFileSystem.LISTINGS.set(0);
        FaultyFileSystem.OPENINGS.set(0);
        FaultyFileSystem.never = "";
        Path sample = Lidc.sample(folder.resolve("sample"));
        arguments = List.of(
                "--input",
                "faulty://" + sample,
                "--output",
                folder.resolve("parquet").toUri().toString());
    }

    @Test
    void missesNothingAndHasNothingTwice() throws Exception {
        FaultyFileSystem.LISTINGS.set(2);
        FaultyFileSystem.OPENINGS.set(2);
        RunTotals totals = LocalSpark.run(arguments);

        assertThat(totals.count(Outcome.STORED)).isEqualTo(210);
        assertThat(totals.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(totals.discovered()).isEqualTo(217);
    }

    @Test
    void putsOnRecordWhatNeverAnswersAndReadsItTheNextTime() throws Exception {
        FaultyFileSystem.never = "other-window.dcm";
        LocalSpark.run(arguments);
        List<Row> failures = new Snapshot(
                        LocalSpark.session(),
                        LocalSpark.snapshot(folder.resolve("parquet").toUri().toString()))
                .table("set_aside")
                .filter("source_uri like '%other-window.dcm'")
                .select("outcome", "error_code", "size")
                .collectAsList();
        FaultyFileSystem.never = "";
        RunTotals second = LocalSpark.run(arguments);

        assertThat(failures).hasToString("[[FAILED,TIMEOUT,-1]]");
        assertThat(second.count(Outcome.CONFLICT)).isEqualTo(1);
        assertThat(second.count(Outcome.UNCHANGED)).isEqualTo(216);
    }

    @Test
    void countsAFolderThatFailsAgainAsFailedAgain() throws Exception {
        FaultyFileSystem.never = "trouble";
        RunTotals first = LocalSpark.run(arguments);
        RunTotals second = LocalSpark.run(arguments);

        assertThat(first.count(Outcome.FAILED)).isPositive();
        assertThat(second.count(Outcome.FAILED)).isEqualTo(first.count(Outcome.FAILED));
    }

    @Test
    void forgetsTheFailureOfAFolderThatIsListedAgain() throws Exception {
        FaultyFileSystem.never = "trouble";
        LocalSpark.run(arguments);
        assertThat(rowsOfTheFolder()).isOne();
        FaultyFileSystem.never = "";
        LocalSpark.run(arguments);

        assertThat(rowsOfTheFolder()).isZero();
    }

    private long rowsOfTheFolder() throws Exception {
        return new Snapshot(
                        LocalSpark.session(),
                        LocalSpark.snapshot(folder.resolve("parquet").toUri().toString()))
                .table("set_aside")
                .filter("source_uri like '%/trouble'")
                .count();
    }
}

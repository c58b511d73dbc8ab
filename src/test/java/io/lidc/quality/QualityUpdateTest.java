package io.lidc.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.ingest.IngestRun;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.model.Totals;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Which series a check takes up. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class QualityUpdateTest {
    private static final String GAP_SERIES = "select source_uri from instance join series using (series_instance_uid)"
            + " where series_description = 'CHEST with a gap' and instance_number = 13";

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void checksOnlyTheSeriesThatTheRunChanged() throws Exception {
        IngestRun first = Ingested.sample(folder, dataSource);
        Path file = Path.of(URI.create(Rows.of(dataSource, GAP_SERIES).get(0)));
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);

        IngestRun second = Ingested.sample(folder, dataSource);

        assertThat(Rows.of(dataSource, "select run_id, count(*) from series_quality group by run_id order by run_id"))
                .containsExactlyInAnyOrder(first.id() + "|11", second.id() + "|1");
    }

    @Test
    void checksNothingAfterARunThatStoredNothing() throws Exception {
        IngestRun first = Ingested.sample(folder, dataSource);
        Ingested.sample(folder, dataSource);

        assertThat(Rows.of(dataSource, "select distinct run_id from series_quality"))
                .containsExactly(first.id());
    }

    @Test
    void checksWhatAnEarlierRunChangedAndDidNotCheck() throws Exception {
        Ingested.sample(folder, dataSource);
        execute("update run set stored = stored + 1");

        assertThat(update().checked()).isEqualTo(12);
    }

    @Test
    void checksSeriesThatWereNeverChecked() throws Exception {
        Ingested.sample(folder, dataSource);
        execute("delete from series_quality where missing_slices > 0");

        assertThat(update()).isEqualTo(new QualitySummary("later", 0, 0, 2));
    }

    @Test
    void forgetsASeriesThatHasNoInstancesAnyMore() throws Exception {
        Ingested.sample(folder, dataSource);
        execute("delete from instance where series_instance_uid in"
                + " (select series_instance_uid from series_quality where verdict = 'BROKEN')");
        execute(
                "insert into set_aside (source_key, source_uri, size, version, outcome, series_instance_uid, header_digest, run_id)"
                        + " select 1, series_instance_uid, 1, '1', 'SUPERSEDED', series_instance_uid, '', run_id from series_quality");
        execute("delete from series_quality_run");

        update();

        assertThat(Rows.of(dataSource, "select count(*) from series_quality where verdict = 'BROKEN'"))
                .containsExactly("0");
    }

    @Test
    void costsTheRunNothingWhenItFails() throws Exception {
        execute("alter table series_quality_run rename to elsewhere");

        Ingested.trees(folder, dataSource, List.of(Home.sample(folder)));

        assertThat(Rows.of(dataSource, "select state from run")).containsExactly("COMPLETED");
    }

    private QualitySummary update() throws SQLException {
        RunSummary later = new RunSummary(
                "later", "", RunState.COMPLETED, Instant.EPOCH, Instant.EPOCH, 0, Totals.NONE, false, null);
        return new QualityUpdate(dataSource, PixelComparison.NONE).update(later);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

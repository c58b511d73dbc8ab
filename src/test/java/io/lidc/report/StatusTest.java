package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.RunState;
import io.lidc.model.RunSummary;
import io.lidc.model.Totals;
import io.lidc.quality.PixelComparison;
import io.lidc.quality.QualityUpdate;
import io.lidc.store.jdbc.TestDatabase;
import java.nio.file.Path;
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

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StatusTest {
    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private int instances;

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void countsSeriesByWhatTheirCheckFound() throws SQLException {
        slices("2.1", 0, 1.25, 2.5, 3.75);
        slices("2.2", 0, 1.25, 2.5, 6.25);
        slices("2.3", 0, 1.25, 2.5, 2.5);
        slices("2.4", 0);
        check();

        assertThat(table("CT series").columns())
                .containsExactly(
                        "series",
                        "complete",
                        "suspect",
                        "broken",
                        "not checked",
                        "of one slice",
                        "with gaps",
                        "with repeated planes",
                        "of several stacks");
        assertThat(table("CT series").rows()).containsExactly(List.of("4", "2", "1", "1", "0", "1", "1", "1", "0"));
    }

    @Test
    void countsSeriesThatAreNotCheckedYet() throws SQLException {
        slices("2.1", 0, 1.25);

        assertThat(cell("CT series", "not checked")).isEqualTo("1");
    }

    @Test
    void saysNothingOfCtWhereThereIsNone() throws SQLException {
        instance("2.1", "DX", null);

        assertThat(table("CT series").rows()).isEmpty();
    }

    @Test
    void countsInstancesWithoutASeriesByModality() throws SQLException {
        instance(null, null, null);
        instance("2.1", "CT", null);

        assertThat(table("By modality").rows())
                .containsExactlyInAnyOrder(List.of("CT", "1", "1"), List.of("-", "0", "1"));
    }

    @Test
    void saysHowManyManufacturersItLeavesOut() throws SQLException {
        for (int i = 0; i < 23; i++) {
            instance("2." + i, "CT", String.format("maker %02d", i));
        }

        assertThat(table("By manufacturer").rows()).hasSize(21).endsWith(List.of("(3 more)", "", "3", "3"));
    }

    @Test
    void saysNothingOfScaleOutWhereNothingWasPublished() throws SQLException {
        assertThat(table("Scale-out").rows()).isEmpty();
    }

    @Test
    void showsHowMuchOfWhatWasPublishedHasItsOutcome() throws SQLException {
        execute("insert into run (run_id, sources, started_at, state, discovered, published)"
                + " values ('one', 'folder', '2026-01-02T03:04:05Z', 'COMPLETED', 7, 7),"
                + " ('two', 'kafka:objects', '2026-01-02T03:04:05Z', 'COMPLETED', 6, 0)");
        execute("insert into topic_partition (topic, partition_number, first_offset, next_offset, records)"
                + " values ('objects', 0, 0, 5, 5)");

        assertThat(table("Scale-out").rows()).containsExactly(List.of("7", "5", "6", "1", "0"));
    }

    @Test
    void countsInstancesByWarning() throws SQLException {
        execute("insert into instance (sop_instance_uid, source_key, source_uri, size, version, header_digest,"
                + " transfer_syntax_uid, warnings) values ('3.1', 1, 'a', 1, '1', '00', '1.2', 'NO_PREAMBLE,ODD_LENGTH'),"
                + " ('3.2', 1, 'b', 1, '1', '00', '1.2', 'ODD_LENGTH')");

        assertThat(table("Warnings").rows()).containsExactly(List.of("NO_PREAMBLE", "1"), List.of("ODD_LENGTH", "2"));
    }

    private void check() throws SQLException {
        RunSummary run = new RunSummary(
                "one", "", RunState.COMPLETED, Instant.EPOCH, Instant.EPOCH, 0, Totals.NONE, false, null);
        new QualityUpdate(dataSource, PixelComparison.NONE).update(run);
    }

    private void slices(String series, double... positions) throws SQLException {
        execute("insert into series (series_instance_uid, modality, described_by) values ('" + series
                + "', 'CT', '3.1')");
        for (double z : positions) {
            execute(
                    "insert into instance (sop_instance_uid, series_instance_uid, source_key, source_uri, size, version,"
                            + " header_digest, transfer_syntax_uid, image_position_x, image_position_y, image_position_z,"
                            + " image_orientation_row_x, image_orientation_row_y, image_orientation_row_z,"
                            + " image_orientation_column_x, image_orientation_column_y, image_orientation_column_z) values ('3."
                            + ++instances + "', '" + series + "', 1, 'a', 1, '1', '00', '1.2', 0, 0, " + z
                            + ", 1, 0, 0, 0, 1, 0)");
        }
    }

    private void instance(String series, String modality, String manufacturer) throws SQLException {
        if (series != null) {
            execute("insert into series (series_instance_uid, described_by, modality, manufacturer) values ('" + series
                    + "', '3.1', " + quoted(modality) + ", " + quoted(manufacturer) + ")");
        }
        execute("insert into instance (sop_instance_uid, series_instance_uid, source_key, source_uri, size, version,"
                + " header_digest, transfer_syntax_uid) values ('3." + ++instances + "', " + quoted(series)
                + ", 1, 'a', 1, '1', '00', '1.2')");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String cell(String table, String column) throws SQLException {
        ResultTable result = table(table);
        return result.rows().get(0).get(result.columns().indexOf(column));
    }

    private ResultTable table(String name) throws SQLException {
        return new Status(dataSource).read().get(name);
    }
}

package io.lidc.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.model.Extraction;
import io.lidc.store.MetadataStore;
import io.lidc.store.ReadChunk;
import io.lidc.store.TestInstance;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The view slice_geometry. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SliceGeometryTest {
    private static final double[] AXIAL = {1, 0, 0, 0, 1, 0};
    private static final double[] SAGITTAL = {0, 1, 0, 0, 0, -1};

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private HikariDataSource dataSource;
    private final List<Extraction> slices = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        dataSource = database.open(folder);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void measuresTheSpacingOfAxialSlices() throws SQLException {
        for (double z : new double[] {-10, -8.75, -7.5, -6.25}) {
            slice(AXIAL, 0, 0, z);
        }

        assertThat(geometry("slices, spacing_min, spacing_median, spacing_max, extent"))
                .containsExactly("4|1.25|1.25|1.25|3.75");
    }

    @Test
    void measuresAlongTheNormalOfSagittalSlices() throws SQLException {
        for (double x : new double[] {5, 2, -1}) {
            slice(SAGITTAL, x, 40, 40);
        }

        assertThat(geometry("spacing_median, extent")).containsExactly("3.0|6.0");
    }

    @Test
    void findsAGap() throws SQLException {
        for (double z : new double[] {0, 1, 2, 4, 5}) {
            slice(AXIAL, 0, 0, z);
        }

        assertThat(geometry("gaps, spacing_max")).containsExactly("1|2.0");
    }

    @Test
    void findsTwoSlicesInOnePlace() throws SQLException {
        for (double z : new double[] {0, 1, 1, 2}) {
            slice(AXIAL, 0, 0, z);
        }

        assertThat(geometry("duplicate_positions, gaps, spacing_min")).containsExactly("1|0|1.0");
    }

    @Test
    void takesTheMeanOfTheTwoMiddleSteps() throws SQLException {
        for (double z : new double[] {0, 1, 3}) {
            slice(AXIAL, 0, 0, z);
        }

        assertThat(geometry("spacing_median")).containsExactly("1.5");
    }

    @Test
    void countsOrientations() throws SQLException {
        slice(AXIAL, 0, 0, 0);
        slice(SAGITTAL, 0, 0, 0);

        assertThat(geometry("orientations")).containsExactly("2");
    }

    @Test
    void hasNoSpacingOfASingleSlice() throws SQLException {
        slice(AXIAL, 0, 0, 0);

        assertThat(geometry("slices, spacing_median, gaps")).containsExactly("1|null|0");
    }

    private void slice(double[] orientation, double x, double y, double z) {
        slices.add(TestInstance.of("3." + slices.size())
                .with("image_position_x", x)
                .with("image_position_y", y)
                .with("image_position_z", z)
                .with("image_orientation_row_x", orientation[0])
                .with("image_orientation_row_y", orientation[1])
                .with("image_orientation_row_z", orientation[2])
                .with("image_orientation_column_x", orientation[3])
                .with("image_orientation_column_y", orientation[4])
                .with("image_orientation_column_z", orientation[5])
                .read());
    }

    private List<String> geometry(String columns) throws SQLException {
        MetadataStore store = new MetadataStore(dataSource);
        store.begin("run-1", "file:///");
        store.store(new ReadChunk("run-1", slices.size(), 0, Set.of(), slices));
        return Rows.of(dataSource, "select " + columns + " from slice_geometry");
    }
}

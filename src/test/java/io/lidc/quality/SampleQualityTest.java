package io.lidc.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run over the sample finds: the faults that are planted there, and nothing else. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SampleQualityTest {
    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    @Test
    void findsThePlantedFaultsAndNoneElsewhere() throws Exception {
        try (HikariDataSource dataSource = database.open(folder)) {
            Ingested.sample(folder, dataSource);

            assertThat(Rows.of(dataSource, """
                            select series_description, verdict, reasons, notes, gaps, missing_slices, repeated_planes_different,
                              stacks, spacing_max, tilt
                            from series_quality join series using (series_instance_uid)
                            """))
                    .containsExactlyInAnyOrder(
                            "CHEST STANDARD|COMPLETE|||0|0|0|1|2.5|0.0",
                            "CHEST LUNG THIN|COMPLETE|||0|0|0|1|1.25|0.0",
                            "Thorax 2.0 B30f|COMPLETE|||0|0|0|1|2.0|0.0",
                            "Thorax 3.0 B50f gekippt|SUSPECT|TILTED_GANTRY||0|0|0|1|2.934|12.0",
                            "CHEST 3.0 overlapping|COMPLETE||SPACING_BELOW_THICKNESS|0|0|0|1|1.5|0.0",
                            "CHEST 3.0 FC51|BROKEN|MISSING_SLICES,NUMBERS_MISSING||1|1|0|1|6.0|0.0",
                            "CHEST 3.0 FC01|COMPLETE||SPACING_ABOVE_THICKNESS|0|0|0|1|30.0|0.0",
                            "CHEST with a repeated slice|BROKEN|PLANES_CONFLICT||0|0|1|1|3.0|0.0",
                            "CHEST in two passes|SUSPECT|SEVERAL_STACKS||0|0|0|2|5.0|0.0",
                            "CHEST with a gap|BROKEN|MISSING_SLICES||1|11|0|1|36.0|0.0",
                            "CHEST feet first|COMPLETE||FEET_FIRST|0|0|0|1|5.0|0.0",
                            "CHEST oblique|COMPLETE||OBLIQUE|0|0|0|1|3.0|0.0");
        }
    }
}

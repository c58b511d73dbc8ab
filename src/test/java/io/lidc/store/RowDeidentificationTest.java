package io.lidc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.Rows;
import io.lidc.cli.Home;
import io.lidc.cli.Ingested;
import io.lidc.cli.Tables;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.metadata.Deidentification;
import io.lidc.metadata.ExtraAttributes;
import io.lidc.metadata.PrivacyKeys;
import io.lidc.metadata.StoredValues;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were kept and de-identified then, against rows that were de-identified from the start. */
@ParameterizedClass
@CsvSource({"SQLITE,pseudonymise", "SQLITE,drop", "POSTGRESQL,pseudonymise", "POSTGRESQL,drop"})
class RowDeidentificationTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final String KEY = "a key for this test, long enough";
    private static final int FEW_ROWS = 20;

    @Parameter(0)
    private TestDatabase database;

    @Parameter(1)
    private String mode;

    @TempDir
    private Path folder;

    @Test
    void areTheSame() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            deidentification(dataSource, mode).execute();

            assertSameRows(dataSource, expected);
        }
    }

    @Test
    void areTheSameWhereItWasCutOffAfterEachTransaction() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            int attempts = 1;
            while (isCutOff(new FaultyDataSource(dataSource).refuseConnections(2, 1))) {
                attempts++;
            }

            assertThat(attempts).isGreaterThan(5);
            assertSameRows(dataSource, expected);
        }
    }

    @Test
    void areTheSameWhereItWasCutOffWithinEachTransaction() throws Exception {
        try (HikariDataSource expected = ingested(mode);
                HikariDataSource dataSource = ingested("keep")) {
            for (int i = 0; i < 2; i++) {
                assertThat(isCutOff(new FaultyDataSource(dataSource).failUpdate(2))).isTrue();
            }
            for (String table : List.of("series", "study", "patient")) {
                assertThat(isCutOff(new FaultyDataSource(dataSource).failUpdateOf(table)))
                        .isTrue();
            }
            deidentification(dataSource, mode).execute();

            assertSameRows(dataSource, expected);
        }
    }

    private boolean isCutOff(FaultyDataSource faulty) throws Exception {
        try {
            deidentification(faulty.dataSource(), mode).execute();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}

package io.lidc.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomDateTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2000-02-29,2000-02-29",
        "2001-02-29,null",
        "2000-02,null",
        "20000229,null",
        "'',null",
        "0000-00-00,null"
    })
    void isADateWhereTheTextIsOne(String encoded, String date) throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.POSTGRESQL.open(folder)) {
            assertThat(Rows.of(dataSource, "select dicom_date('" + encoded + "')"))
                    .containsExactly(date);
        }
    }
}

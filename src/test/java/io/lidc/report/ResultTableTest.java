package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {
    @TempDir
    private Path folder;

    @Test
    void shortensALongCellInItsMiddle() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.SQLITE.open(folder);
                Connection connection = dataSource.getConnection()) {
            String text = "a".repeat(500) + "z";

            assertThat(ResultTable.query(connection, "select '" + text + "' as long")
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get(0)).hasSize(80).matches("a+…a+z"));
        }
    }
}

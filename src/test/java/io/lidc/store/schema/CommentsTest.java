package io.lidc.store.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.dicom.DataDictionary;
import io.lidc.metadata.Column;
import io.lidc.metadata.Columns;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Rows;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL says of tables and columns. */
class CommentsTest {
    @TempDir
    private static Path folder;

    private static HikariDataSource dataSource;

    @BeforeAll
    static void open() throws SQLException {
        dataSource = TestDatabase.POSTGRESQL.open(folder);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @Test
    void isSaidOfEveryTable() throws SQLException {
        assertThat(Rows.of(
                        dataSource,
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')"
                                + " and not relispartition and relname <> 'flyway_schema_history'"
                                + " and obj_description(oid, 'pg_class') is null"))
                .isEmpty();
    }

    @Test
    void isSaidOfEveryColumn() throws SQLException {
        assertThat(Rows.of(
                        dataSource,
                        "select attrelid::regclass, attname from pg_attribute join pg_class on pg_class.oid = attrelid"
                                + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                                + " and not relispartition and relname <> 'flyway_schema_history' and attnum > 0"
                                + " and not attisdropped and col_description(attrelid, attnum) is null"))
                .isEmpty();
    }

    @Test
    void namesTheAttributeOfEachColumn() throws SQLException {
        Map<String, List<Column>> columns = Map.of(
                "patient", Columns.PATIENT,
                "study", Columns.STUDY,
                "series", Columns.SERIES,
                "instance", Columns.INSTANCE);
        List<String> expected = new ArrayList<>();
        columns.forEach((table, list) -> list.forEach(column -> expected.add(String.format(
                Locale.ROOT,
                "%s|%s|%s (%04X,%04X)",
                table,
                column.name(),
                DataDictionary.keyword(column.tag()),
                column.tag() >>> 16,
                column.tag() & 0xFFFF))));

        assertThat(
                        Rows.of(
                                dataSource,
                                "select cast(attrelid::regclass as text), attname, substring(col_description(attrelid, attnum) from '^[^)]*[)]')"
                                        + " from pg_attribute where attnum > 0 and attrelid in"
                                        + " ('patient'::regclass, 'study'::regclass, 'series'::regclass, 'instance'::regclass)"))
                .containsAll(expected);
    }
}

package io.lidc.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.store.schema.DocumentedTable;
import io.lidc.store.schema.DocumentedTable.Type;
import io.lidc.store.schema.Schema;
import io.lidc.testing.Home;
import io.lidc.testing.Ingested;
import io.lidc.testing.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample with all its attributes, exported and read again by DuckDB. */
class ExportTest {
    private static final Map<TestDatabase, HikariDataSource> DATABASES = new EnumMap<>(TestDatabase.class);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void exportAll() throws Exception {
        for (TestDatabase database : TestDatabase.values()) {
            HikariDataSource dataSource = database.open(folder);
            DATABASES.put(database, dataSource);
            Home home = Home.in(Files.createTempDirectory(folder, "home"))
                    .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString())
                    .write("config/attributes.yaml", "attributes: [\"*\"]");
            Ingested.trees(home, dataSource, List.of(Home.sample(folder)));
            for (ExportFormat format : ExportFormat.values()) {
                new Export(dataSource, format, null).write(folder(database, format));
            }
        }
    }

    @AfterAll
    static void close() {
        DATABASES.values().forEach(HikariDataSource::close);
    }

    static List<Arguments> tables() {
        List<Arguments> tables = new ArrayList<>();
        for (TestDatabase database : TestDatabase.values()) {
            for (ExportFormat format : ExportFormat.values()) {
                for (DocumentedTable table : Schema.ALL) {
                    tables.add(Arguments.of(database, format, table.name()));
                }
            }
        }
        return tables;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void givesAnotherReaderTheRowsOfTheTable(TestDatabase database, ExportFormat format, String name)
            throws SQLException, IOException {
        DocumentedTable table = table(name);

        assertThat(DuckDb.rows(folder(database, format), format, table))
                .containsExactlyInAnyOrderElementsOf(TypedRows.of(DATABASES.get(database), table, name));
    }

    @Test
    void holdsInstancesOfEachModalityInAFolder() throws IOException {
        try (Stream<Path> folders =
                Files.list(folder(TestDatabase.SQLITE, ExportFormat.PARQUET).resolve("instance"))) {
            assertThat(folders.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("modality=CT", "modality=DX");
        }
    }

    @Test
    void describesEachColumnInTheMetadataOfTheFile() throws Exception {
        Map<String, String> metadata = DuckDb.metadata(
                folder(TestDatabase.SQLITE, ExportFormat.PARQUET).resolve("instance/modality=CT/part-0.parquet"));
        JsonNode thickness = new ObjectMapper().readTree(metadata.get("column.slice_thickness"));

        assertThat(thickness.get("unit").asText()).isEqualTo("mm");
        assertThat(thickness.get("keyword").asText()).isEqualTo("SliceThickness");
        assertThat(thickness.get("tag").asText()).isEqualTo("00180050");
        assertThat(thickness.get("type").asText()).isEqualTo("decimal");
    }

    @Test
    void describesEachColumnInTheDataDictionary() throws Exception {
        List<String> columns = DuckDb.query("select \"table\" || '.' || \"column\" from read_csv('"
                + folder(TestDatabase.SQLITE, ExportFormat.CSV).resolve("columns.csv") + "', all_varchar = true)");

        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(Schema.ALL.stream()
                        .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                        .toList());
    }

    @Test
    void writesTheSameBytesEachTime() throws Exception {
        Path again = folder.resolve("again");
        new Export(DATABASES.get(TestDatabase.SQLITE), ExportFormat.PARQUET, null).write(again);
        String file = "instance/modality=CT/part-0.parquet";

        assertThat(again.resolve(file))
                .hasSameBinaryContentAs(
                        folder(TestDatabase.SQLITE, ExportFormat.PARQUET).resolve(file));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void exportsTheInstancesThatAConditionHoldsForAndWhatTheyBelongTo(TestDatabase database) throws Exception {
        Path target = folder.resolve("where-" + database);

        Map<String, Long> rows = new Export(
                        DATABASES.get(database), ExportFormat.CSV, "modality = 'CT' and slice_thickness < 2 -- thin")
                .write(target);

        assertThat(rows)
                .containsEntry("instance", 24L)
                .containsEntry("series", 1L)
                .containsEntry("study", 1L);
        assertThat(rows)
                .containsEntry("patient", 1L)
                .containsEntry("series_quality", 1L)
                .containsEntry("run", 1L);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void refusesAConditionThatIsNoSql(TestDatabase database) {
        Export export = new Export(DATABASES.get(database), ExportFormat.CSV, "slice_thicknes < 2");

        assertThatThrownBy(() -> export.write(folder.resolve("misspelled")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("slice_thicknes");
        assertThat(folder.resolve("misspelled")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void changesNothingByACondition(TestDatabase database) throws Exception {
        Export export = new Export(DATABASES.get(database), ExportFormat.CSV, "1 = 1); delete from run; select (1");

        try {
            export.write(folder.resolve("hostile-" + database));
        } catch (UsageException | SQLException e) {
            // One database refuses it, the other takes the first statement alone.
        }

        assertThat(Rows.of(DATABASES.get(database), "select count(*) from run")).containsExactly("1");
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Path target = Files.createDirectory(folder.resolve("full"));
        Files.writeString(target.resolve("notes.txt"), "mine");
        Export export = new Export(DATABASES.get(TestDatabase.SQLITE), ExportFormat.CSV, null);

        assertThatThrownBy(() -> export.write(target))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void knowsTheTypesThatTheDatabaseHas() throws SQLException {
        List<String> unlike = new ArrayList<>();
        for (DocumentedTable table : Schema.ALL) {
            for (DocumentedTable.Field column : table.columns()) {
                String type = Rows.of(
                                DATABASES.get(TestDatabase.POSTGRESQL),
                                "select format_type(atttypid, null) from pg_attribute where attrelid = '" + table.name()
                                        + "'::regclass and attname = '" + column.name() + "'")
                        .get(0);
                if (!isLike(column.type(), type)) {
                    unlike.add(table.name() + "." + column.name() + " is " + column.type() + " and " + type);
                }
            }
        }

        assertThat(unlike).isEmpty();
    }

    private static boolean isLike(Type type, String sql) {
        return switch (type) {
            case TEXT -> sql.equals("text");
            case JSON -> sql.equals("text") || sql.equals("jsonb");
            case INTEGER -> List.of("integer", "bigint", "numeric").contains(sql);
            case DECIMAL -> sql.equals("double precision");
            case TIMESTAMP -> sql.equals("timestamp with time zone");
        };
    }

    private static DocumentedTable table(String name) {
        return Schema.ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Path folder(TestDatabase database, ExportFormat format) {
        return folder.resolve(database + "-" + format);
    }
}

package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark writes, what lidc export writes and what the database holds have the same columns, and become one another. */
class OneSchemaTest {
    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static String snapshot;
    private static Path export;

    @BeforeAll
    static void readTheSample() throws Exception {
        Path sample = Lidc.sample(folder.resolve("sample"));
        database = Lidc.ingest(folder, sample);
        snapshot = LocalSpark.job(folder.resolve("parquet"), sample);
        export = folder.resolve("export");
        Lidc.run(0, "export", export, "--db", database.url());
    }

    @Test
    void sparkFindsTheSameColumnsInFilesOfBoth() {
        for (String table : TableSchema.ALL) {
            String exported = export + "/" + table + (Files.isDirectory(export.resolve(table)) ? "" : ".parquet");
            assertThat(fields(exported)).as(table).isEqualTo(fields(snapshot + "/" + table));
        }
    }

    @Test
    void sparkReadsTheRowsOfAnExport() throws Exception {
        for (String table : TableSchema.ALL) {
            List<String> rows = Rows.of(DatabaseViews.table(
                                    LocalSpark.session(), export.toUri().toString(), table)
                            .select(Rows.compared(table).stream()
                                    .map(functions::col)
                                    .toArray(Column[]::new)))
                    .stream()
                    .sorted()
                    .toList();
            assertThat(rows).as(table).isEqualTo(database.rows(table));
        }
    }

    @Test
    void aSnapshotBecomesADatabaseWithoutItsObjects() throws Exception {
        TestDatabase taken = new TestDatabase(folder.resolve("taken.db"));
        Lidc.run(
                0,
                "ingest",
                "--from-parquet",
                folder.resolve("parquet"),
                "--db",
                taken.url(),
                "--out",
                folder.resolve("taken"));

        for (String table : List.of("patient", "study", "series", "instance", "set_aside", "run")) {
            assertThat(taken.rows(table)).as(table).isEqualTo(database.rows(table));
        }
    }

    /** The columns of the files themselves, a folder for each modality left out. */
    private static List<String> fields(String path) {
        SparkSession spark = LocalSpark.session();
        StructType schema = spark.read().parquet(path).schema();
        return Arrays.stream(schema.fields())
                .map(field -> field.name() + " " + field.dataType().simpleString())
                .sorted()
                .toList();
    }
}

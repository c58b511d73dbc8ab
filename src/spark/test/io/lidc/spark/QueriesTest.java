package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of docs/queries.md, over the sample: Spark SQL answers as SQLite does. */
class QueriesTest {
    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?);?\n```");

    @TempDir
    static Path folder;

    private static TestDatabase database;

    @BeforeAll
    static void readTheSample() throws Exception {
        Path sample = Lidc.sample(folder.resolve("sample"));
        database = Lidc.ingest(folder, sample);
        LocalSpark.run(folder.resolve("parquet"), sample);
        DatabaseViews.register(
                LocalSpark.session(), folder.resolve("parquet").toUri().toString());
    }

    static List<String> queries() throws IOException {
        return SQL.matcher(Files.readString(Lidc.ROOT.resolve("docs/queries.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void givesWhatTheDatabaseGives(String query) throws Exception {
        assertThat(Rows.of(LocalSpark.session().sql(query))).isEqualTo(database.query(query));
    }

    @Test
    void areTen() throws IOException {
        assertThat(queries()).hasSize(10);
    }
}

package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that Spark writes are those of the database that lidc ingest fills from the same objects. */
class EqualRowsTest {
    @TempDir
    Path folder;

    @Test
    void theSampleTreeGivesTheRowsThatTheDatabaseHas() throws Exception {
        assertSameRows(Lidc.sample(folder.resolve("sample")));
    }

    @Test
    void theCorpusGivesTheRowsThatTheDatabaseHas() throws Exception {
        Path corpus = Lidc.ROOT.resolve("../shared/corpus").normalize();
        assumeTrue(Files.isDirectory(corpus), "the corpus is absent: " + corpus);
        assertSameRows(corpus);
    }

    /** Any other tree: -Dlidc.tree=DIR. */
    @Test
    void aNamedTreeGivesTheRowsThatTheDatabaseHas() throws Exception {
        String tree = System.getProperty("lidc.tree", "");
        assumeTrue(!tree.isEmpty(), "no tree is named");
        assertSameRows(Path.of(tree));
    }

    private void assertSameRows(Path source) throws Exception {
        TestDatabase database = Lidc.ingest(folder, source);
        String snapshot = LocalSpark.job(folder.resolve("parquet"), source);
        for (String table : TableSchema.ALL) {
            assertThat(Rows.of(LocalSpark.session(), snapshot, table)).as(table).isEqualTo(database.rows(table));
        }
    }
}

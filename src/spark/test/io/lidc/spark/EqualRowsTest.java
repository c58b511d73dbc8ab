package io.lidc.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Two links to one place, to the folder above, and from there back. */
    @Test
    void linksBetweenFoldersGiveTheRowsThatTheDatabaseHas() throws Exception {
        Path sample = Lidc.sample(folder.resolve("sample"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Path tree = Files.createDirectories(data.resolve("tree"));
        Path other = Files.createDirectories(folder.resolve("other/sub"));
        try (var patients = Files.list(sample)) {
            List<Path> two =
                    patients.filter(Files::isDirectory).sorted().limit(2).toList();
            Files.move(two.get(0), tree.resolve("own"));
            Files.move(two.get(1), other.resolve("far"));
        }
        Files.createSymbolicLink(tree.resolve("a"), folder.resolve("other"));
        Files.createSymbolicLink(tree.resolve("b"), other);
        Files.createSymbolicLink(tree.resolve("up"), data);
        Files.createSymbolicLink(other.resolve("back"), tree);

        assertSameRows(tree);
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

package io.lidc.testing;

import io.lidc.app.Configuration;
import io.lidc.app.Pipeline;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.source.Source;
import io.lidc.source.folder.FolderSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Trees that the shipped routes took into a database, for tests of what is in it then. */
public final class Ingested {
    private Ingested() {}

    /** The sample. */
    public static IngestRun sample(Path folder, DataSource dataSource) throws Exception {
        Path sample = folder.resolve("sample");
        return trees(folder, dataSource, List.of(Files.exists(sample) ? sample : Home.sample(folder)));
    }

    /** Any trees. */
    public static IngestRun trees(Path folder, DataSource dataSource, List<Path> trees) throws Exception {
        Home home = Home.in(Files.createTempDirectory(folder, "home"))
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        return trees(home, dataSource, trees);
    }

    /** Any trees, as this home configures it. */
    public static IngestRun trees(Home home, DataSource dataSource, List<Path> trees) throws Exception {
        List<Source> sources = new ArrayList<>();
        for (Path tree : trees) {
            sources.add(new FolderSource(tree));
        }
        IngestRun run = new IngestRun(sources, false);
        try (Pipeline pipeline = Pipeline.start(Configuration.load(home.folder(), Map.of(), Map.of()), dataSource)) {
            pipeline.ingest(run);
        }
        return run;
    }
}

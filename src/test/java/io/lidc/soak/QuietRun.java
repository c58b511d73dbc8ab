package io.lidc.soak;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.Configuration;
import io.lidc.app.Pipeline;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The objects of a ledger in a database of their own, taken in one pass that nothing disturbs. */
final class QuietRun {
    private QuietRun() {}

    static ObjectRows of(TestDatabase kind, Ledger ledger, Path folder) throws Exception {
        Home home = Home.in(folder)
                .set(DeadLetterKeys.DIRECTORY, folder.resolve("dead").toString());
        try (HikariDataSource database = kind.open(folder);
                Pipeline pipeline = Pipeline.start(Configuration.load(home.folder(), Map.of(), Map.of()), database)) {
            pipeline.ingest(
                    new IngestRun(List.of(pipeline.source(ledger.folder().toString())), false));
            return ObjectRows.of(database, ledger);
        }
    }
}

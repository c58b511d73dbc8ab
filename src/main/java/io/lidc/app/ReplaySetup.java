package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.ingest.replay.DeadLetterFolder;
import io.lidc.ingest.replay.Replay;
import io.lidc.ingest.replay.ReplayKeys;
import io.lidc.ingest.replay.ReplayProvider;
import io.lidc.ingest.replay.Replayed;
import io.lidc.store.FailedObjects;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** From the settings to what reads again what could not be read. */
final class ReplaySetup {
    private ReplaySetup() {}

    /** Puts the beans of replay into place. */
    static void bind(Main main, Settings settings, Wiring wiring, DataSource dataSource, Replay.Runs runs) {
        DeadLetterFolder letters = new DeadLetterFolder(settings.get(DeadLetterKeys.DIRECTORY));
        main.bind("deadLetterFolder", letters);
        main.bind(
                "replayProvider",
                new ReplayProvider(new Replayed(
                        new FailedObjects(dataSource, settings.get(ReplayKeys.MAX_ATTEMPTS)),
                        wiring.sources(),
                        source -> wiring.headerReader().read(source),
                        letters,
                        letter -> main.getCamelTemplate().sendBody("direct:dead-letter-remove", letter))));
        main.bind("replay", new Replay(wiring.sources(), runs));
    }
}

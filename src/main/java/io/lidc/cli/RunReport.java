package io.lidc.cli;

import io.lidc.config.Settings;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.model.Outcome;
import io.lidc.model.RunSummary;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.DatabaseUrl;
import java.nio.file.Path;

/**
 * A run that has ended, and where to look for what it came to.
 *
 * @param manifest that it left; null where it could not be written
 */
record RunReport(IngestRun run, RunSummary summary, Settings settings, Path manifest) {

    /** The database: the path of a file, the URL of a server, without credentials. */
    String database() {
        return DatabaseUrl.redacted(settings.get(DatabaseKeys.URL)).replaceFirst("^jdbc:sqlite:", "");
    }

    /** The folder of the run's dead letters; the one of all runs where this one has none. */
    Path deadLetters() {
        Path folder = settings.get(DeadLetterKeys.DIRECTORY);
        return summary.totals().count(Outcome.FAILED) == 0 ? folder : folder.resolve(run.id());
    }
}

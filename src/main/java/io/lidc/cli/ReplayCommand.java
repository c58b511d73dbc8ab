package io.lidc.cli;

import io.lidc.app.ConfiguredDatabase;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.replay.ReplayUri;
import io.lidc.model.ReplayRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lidc replay}: what could not be read, once more. */
@Command(
        name = "replay",
        description =
                "Reads again what is set aside as FAILED, each object from its location, or from its copy among the dead"
                        + " letters. What can be read now leaves the dead-letter folder. An object that was read"
                        + " replay.max-attempts times in one state is left alone.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--code", paramLabel = "CODE", description = "only objects with this error code, such as TRUNCATED")
    private String code;

    @Option(names = "--run", paramLabel = "RUN", description = "only objects that failed in this run")
    private String run;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only objects that failed since this time in UTC: 2026-01-31 or 2026-01-31T14:05:06Z")
    private String since;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        ReplayRequest request = new ReplayRequest(code, run, since == null ? null : time(since));
        Settings settings = database.settings();
        // A database that is not there holds no failures: none is created.
        ConfiguredDatabase.openExisting(settings).close();
        return IngestSession.run(
                settings, pipeline -> new IngestRun(List.of(pipeline.source(ReplayUri.of(request))), true), output);
    }

    private static Instant time(String text) throws UsageException {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--since is neither a date such as 2026-01-31 nor a time such as 2026-01-31T14:05:06Z: " + text, e);
        }
    }
}

package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.app.ServedPipeline;
import io.lidc.app.StopRequest;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.ingest.IngestKeys;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lidc run}: the service. */
@Command(
        name = "run",
        description = "Runs all routes that config/application.properties enables, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        Terminal terminal = new Terminal(spec.commandLine());
        try (StopRequest stop = StopRequest.listening(
                settings.get(IngestKeys.STOP_TIMEOUT), signalled -> ExitCode.OK, terminal::error)) {
            Optional<HikariDataSource> dataSource = ConfiguredDatabase.await(settings, stop, terminal::error);
            if (dataSource.isPresent()) {
                serve(settings, dataSource.get(), stop);
            }
        }
        return ExitCode.OK;
    }

    private static void serve(Settings settings, HikariDataSource opened, StopRequest stop) throws Exception {
        try (HikariDataSource dataSource = opened;
                Pipeline pipeline = ServedPipeline.start(settings, dataSource, stop::workStarts)) {
            pipeline.runUntil(stop);
        }
    }
}

package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.Pipeline;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
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
        try (HikariDataSource dataSource = ConfiguredDatabase.await(settings, new Terminal(spec.commandLine())::error);
                Pipeline pipeline = Pipeline.serve(settings, dataSource)) {
            pipeline.awaitStop();
        }
        return ExitCode.OK;
    }
}

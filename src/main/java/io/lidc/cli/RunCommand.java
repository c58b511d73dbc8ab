package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lidc run}: the service. */
@Command(
        name = "run",
        description = "Runs all routes that config/application.properties enables, until it is told to stop.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        try (HikariDataSource dataSource = DatabaseOptions.open(settings);
                Pipeline pipeline = Pipeline.serve(settings, dataSource)) {
            pipeline.awaitStop();
        }
        return ExitCode.OK;
    }
}

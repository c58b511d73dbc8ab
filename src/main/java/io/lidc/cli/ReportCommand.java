package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.report.ReportKeys;
import io.lidc.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lidc report}: what the database holds, in pictures. */
@Command(
        name = "report",
        description = "Writes a report on what the database holds: a page, CSV files and plots.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        write(database.settings(), new Terminal(spec.commandLine()));
        return ExitCode.OK;
    }

    static void write(Settings settings, Terminal terminal) throws UsageException, SQLException {
        Path directory = settings.get(ReportKeys.DIRECTORY);
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(settings)) {
            terminal.print("report: " + new ReportWriter(dataSource, directory.toString()).write());
        } catch (IOException e) {
            throw new UsageException("cannot write the report into " + directory + ": " + e, e);
        }
    }
}

package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.report.ResultTable;
import io.lidc.report.Status;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lidc status}: what the database holds. */
@Command(
        name = "status",
        description = "Shows what the database holds, what was set aside and why, and the last runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        print(database.settings(), new Terminal(spec.commandLine()));
        return ExitCode.OK;
    }

    static void print(Settings settings, Terminal terminal) throws UsageException, SQLException {
        try (HikariDataSource dataSource = DatabaseOptions.open(settings)) {
            for (Map.Entry<String, ResultTable> table :
                    new Status(dataSource).read().entrySet()) {
                if (!table.getValue().rows().isEmpty()) {
                    terminal.print("");
                    terminal.print(table.getKey());
                    table.getValue().lines().forEach(line -> terminal.print("  " + line));
                }
            }
        }
    }
}

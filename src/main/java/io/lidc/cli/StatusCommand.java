package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.report.MissingFiles;
import io.lidc.report.ResultTable;
import io.lidc.report.Status;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lidc status}: what the database holds. */
@Command(
        name = "status",
        description = "Shows what the database holds, what was set aside and why, and the last runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Option(
            names = "--missing",
            description = "look whether the file of each instance is still there, and list those gone")
    private boolean missing;

    @Option(
            names = "--missing-limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "locations that --missing lists at the most; ${DEFAULT-VALUE} unless given")
    private int missingLimit;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(database.settings())) {
            Map<String, ResultTable> tables = new Status(dataSource).read();
            if (missing) {
                tables.putAll(MissingFiles.tables(dataSource, missingLimit));
            }
            print(tables, output.terminal());
            if (output.json()) {
                output.print(StatusDocument.of(tables));
            }
        }
        return ExitCode.OK;
    }

    static void print(Settings settings, Terminal terminal) throws UsageException, SQLException {
        try (HikariDataSource dataSource = ConfiguredDatabase.open(settings)) {
            print(new Status(dataSource).read(), terminal);
        }
    }

    private static void print(Map<String, ResultTable> tables, Terminal terminal) {
        tables.forEach((heading, table) -> {
            if (!table.rows().isEmpty()) {
                terminal.print("");
                terminal.print(heading);
                table.lines().forEach(line -> terminal.print("  " + line));
            }
        });
    }
}

package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.cli.progress.Gauge;
import io.lidc.cli.progress.Progress;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.UsageException;
import io.lidc.export.Export;
import io.lidc.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lidc export}: the database as files. */
@Command(
        name = "export",
        description = "Writes every table and view into a folder, as Parquet, CSV or NDJSON, with a data dictionary.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "folder that does not exist, or is empty")
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "parquet",
            description = "parquet (by modality), csv or ndjson; ${DEFAULT-VALUE} unless given")
    private ExportFormat format;

    @Option(
            names = "--where",
            paramLabel = "SQL",
            description =
                    "condition over the columns of instance, series, study and patient: only instances that it holds for,"
                            + " and their series, studies and patients")
    private String condition;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private OutputOptions output;

    private record ExportGauge(Export export) implements Gauge {
        @Override
        public String task() {
            return "export";
        }

        @Override
        public String unit() {
            return "rows";
        }

        @Override
        public long done() {
            return export.rows();
        }

        @Override
        public long expected() {
            return -1;
        }

        @Override
        public String remark() {
            return "of all tables";
        }
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = output.terminal();
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(database.settings())) {
            Export export = new Export(dataSource, format, condition);
            Map<String, Long> rows = Progress.shows(new ExportGauge(export), terminal, () -> export.write(folder));
            rows.forEach(
                    (table, count) -> terminal.print(String.format(Locale.ROOT, "  %-20s%,12d rows", table, count)));
            terminal.print("export: " + folder);
            if (output.json()) {
                output.print(rows);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write into " + folder + ": " + e, e);
        }
        return ExitCode.OK;
    }
}

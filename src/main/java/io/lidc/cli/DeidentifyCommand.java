package io.lidc.cli;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.app.ConfiguredDatabase;
import io.lidc.app.StoredRowsPrivacy;
import io.lidc.cli.progress.Terminal;
import io.lidc.config.Settings;
import io.lidc.store.privacy.DeidentifiedRows;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lidc deidentify}: the privacy setting for the rows that are there. */
@Command(
        name = "deidentify",
        description =
                "Applies privacy.patient to the rows that the database holds. Rows that were kept become pseudonyms or are"
                        + " dropped, pseudonyms are dropped; there is no way back. Goes on where it was cut off.",
        mixinStandardHelpOptions = true)
final class DeidentifyCommand implements Callable<Integer> {
    @Option(
            names = "--as-is",
            description =
                    "change no row of a database that an earlier release wrote; record that its rows are in the mode,"
                            + " and under the key, of the settings")
    private boolean asIs;

    @Mixin
    private DatabaseOptions database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = database.settings();
        Terminal terminal = new Terminal(spec.commandLine());
        try (HikariDataSource dataSource = ConfiguredDatabase.openExisting(settings)) {
            StoredRowsPrivacy privacy = new StoredRowsPrivacy(settings, dataSource);
            if (asIs) {
                privacy.recordAsIs();
            } else {
                print(privacy.apply(), terminal);
            }
            terminal.print("the rows of the database are de-identified by " + privacy.target());
        }
        return ExitCode.OK;
    }

    private static void print(DeidentifiedRows rows, Terminal terminal) {
        print("instances", rows.instances(), terminal);
        print("series", rows.series(), terminal);
        print("studies", rows.studies(), terminal);
        terminal.print(String.format(
                Locale.ROOT, "  %-14s%,12d, before %,d", "patients", rows.patients(), rows.patientsBefore()));
    }

    private static void print(String what, long changed, Terminal terminal) {
        terminal.print(String.format(Locale.ROOT, "  %-14s%,12d changed", what, changed));
    }
}

package io.lidc.cli;

import io.lidc.app.Configuration;
import io.lidc.config.Key;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.deadletter.DeadLetterKeys;
import io.lidc.manifest.ManifestKeys;
import io.lidc.report.ReportKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.store.jdbc.DatabaseUrl;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of every command that works on a database. */
final class DatabaseOptions {
    @Option(names = "--db", paramLabel = "URL", description = "JDBC URL of the database, e.g. jdbc:sqlite:my.db")
    private String url;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "folder for outputs: the database lidc.db, unless --db names one, the dead letters, the report and"
                            + " the manifests of runs")
    private Path out;

    /**
     * The settings in force, with these options over them.
     *
     * @throws UsageException also when {@code --out} and the configuration name different databases
     */
    Settings settings() throws UsageException {
        Map<Key<?>, String> options = out == null ? new HashMap<>() : outputsIn(out);
        if (url != null) {
            options.put(DatabaseKeys.URL, url);
        } else if (out != null) {
            refuseAnotherDatabase();
        }
        return load(options);
    }

    /** Settings whose database, dead letters and report are those of a folder, unless these options name others. */
    Settings settingsIn(Path folder) throws UsageException {
        Map<Key<?>, String> options = outputsIn(folder(folder));
        options.put(DeadLetterKeys.BUCKET, "");
        if (url != null) {
            options.put(DatabaseKeys.URL, url);
        }
        return load(options);
    }

    /** The folder for outputs. */
    Path folder(Path whereNoneIsNamed) {
        return out == null ? whereNoneIsNamed : out;
    }

    private static Map<Key<?>, String> outputsIn(Path folder) {
        Map<Key<?>, String> options = new HashMap<>();
        options.put(DatabaseKeys.URL, "jdbc:sqlite:" + folder.resolve("lidc.db"));
        options.put(DeadLetterKeys.DIRECTORY, folder.resolve("dead-letter").toString());
        options.put(ReportKeys.DIRECTORY, folder.resolve("report").toString());
        options.put(ManifestKeys.DIRECTORY, folder.resolve("runs").toString());
        return options;
    }

    private void refuseAnotherDatabase() throws UsageException {
        String configured = load(Map.of()).get(DatabaseKeys.URL);
        if (!configured.equals(DatabaseKeys.URL.defaultText())) {
            throw new UsageException("--out puts the database into " + out.resolve("lidc.db") + ", and the setting "
                    + DatabaseKeys.URL + " names " + DatabaseUrl.redacted(configured)
                    + ": name the one that is meant with --db");
        }
    }

    /** The settings in force, with some options over them. */
    static Settings load(Map<Key<?>, String> options) throws UsageException {
        return Configuration.load(home(), System.getenv(), options);
    }

    /** The folder that holds config/ and routes/. */
    static Path home() {
        return Path.of(System.getProperty("lidc.home", "")).toAbsolutePath();
    }
}

package io.lidc.cli;

import io.lidc.app.Configuration;
import io.lidc.config.Key;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.store.DatabaseKeys;
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
            description = "folder for outputs: the database lidc.db, unless --db names one, and the dead letters")
    private Path out;

    /** The settings in force, with these options over them. */
    Settings settings() throws UsageException {
        Map<Key<?>, String> options = new HashMap<>();
        if (out != null) {
            options.put(DatabaseKeys.URL, "jdbc:sqlite:" + out.resolve("lidc.db"));
            options.put(DeadLetterKeys.DIRECTORY, out.resolve("dead-letter").toString());
        }
        if (url != null) {
            options.put(DatabaseKeys.URL, url);
        }
        return Configuration.load(home(), System.getenv(), options);
    }

    /** The folder that holds config/ and routes/. */
    static Path home() {
        return Path.of(System.getProperty("lidc.home", "")).toAbsolutePath();
    }
}

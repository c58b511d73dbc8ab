package io.lidc.cli;

import io.lidc.config.Setting;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.nio.file.Path;
import java.util.EnumMap;
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
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        if (out != null) {
            options.put(Setting.DATABASE_URL, "jdbc:sqlite:" + out.resolve("lidc.db"));
            options.put(
                    Setting.DEAD_LETTER_DIRECTORY, out.resolve("dead-letter").toString());
        }
        if (url != null) {
            options.put(Setting.DATABASE_URL, url);
        }
        return Settings.load(home(), System.getenv(), options);
    }

    /** The folder that holds config/ and routes/. */
    static Path home() {
        return Path.of(System.getProperty("lidc.home", "")).toAbsolutePath();
    }
}

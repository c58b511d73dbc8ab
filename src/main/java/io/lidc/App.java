package io.lidc;

import io.lidc.app.ErrorTracking;
import io.lidc.cli.ExitCode;
import io.lidc.cli.Lidc;
import io.lidc.config.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Entry point of the program. */
public final class App {
    private static final String TEXT = "text";
    private static final String JSON = "json";

    private App() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        String format = System.getenv().getOrDefault("LOG_FORMAT", TEXT);
        if (!List.of(TEXT, JSON).contains(format)) {
            System.err.println("lidc: the environment variable LOG_FORMAT is '" + format + "'; it must be " + TEXT
                    + " or " + JSON);
            System.exit(ExitCode.USAGE);
        }
        String dsn = System.getenv().getOrDefault("SENTRY_DSN", "");
        configureLogging(List.of(args), format, !dsn.isBlank());
        System.exit(dsn.isBlank() ? Lidc.commandLine(args).execute(args) : tracked(dsn.strip(), args));
    }

    /** The exit code; by then all errors are sent. */
    private static int tracked(String dsn, String... args) {
        try {
            ErrorTracking.start(dsn, Lidc.version());
        } catch (UsageException e) {
            System.err.println("lidc: " + e.getMessage());
            return ExitCode.USAGE;
        }
        try {
            return Lidc.commandLine(args).execute(args);
        } finally {
            ErrorTracking.close();
        }
    }

    /** Before the first class that logs is loaded. A service tells by its log what it does, other commands print it. */
    private static void configureLogging(List<String> arguments, String format, boolean tracked) {
        List<String> files = new ArrayList<>(List.of("log4j2.xml"));
        if (format.equals(JSON)) {
            // A file of its own: whoever does not ask for it does not wait for its classes.
            files.add("log4j2-json.xml");
        }
        if (tracked) {
            files.add("log4j2-sentry.xml");
        }
        Path config = Path.of(System.getProperty("lidc.home", ""), "config");
        setDefault(
                "log4j2.configurationFile",
                files.stream().map(file -> config.resolve(file).toString()).collect(Collectors.joining(",")));
        setDefault("lidc.log.level", arguments.indexOf("run") == 0 ? "INFO" : "WARN");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

package io.lidc;

import io.lidc.cli.Lidc;
import java.nio.file.Path;
import java.util.List;

/** Entry point of the program. */
public final class App {
    private App() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        configureLogging(List.of(args));
        System.exit(Lidc.commandLine().execute(args));
    }

    /** Before the first class that logs is loaded. A service tells by its log what it does, other commands print it. */
    private static void configureLogging(List<String> arguments) {
        setDefault(
                "log4j2.configurationFile",
                Path.of(System.getProperty("lidc.home", ""), "config/log4j2.xml")
                        .toString());
        setDefault("lidc.log.level", arguments.indexOf("run") == 0 ? "INFO" : "WARN");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

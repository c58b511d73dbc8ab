package io.lidc;

import io.lidc.cli.Lidc;
import java.nio.file.Path;

/** Entry point of the program. */
public final class App {
    private App() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        configureLogging();
        System.exit(Lidc.commandLine().execute(args));
    }

    /** Before the first class that logs is loaded. */
    private static void configureLogging() {
        String key = "log4j2.configurationFile";
        if (System.getProperty(key) == null) {
            System.setProperty(
                    key,
                    Path.of(System.getProperty("lidc.home", ""), "config/log4j2.xml")
                            .toString());
        }
    }
}

package io.lidc;

import io.lidc.cli.Lidc;

/** Entry point of the program. */
public final class App {
    private App() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(Lidc.commandLine().execute(args));
    }
}

package io.lidc;

/** Entry point of the command line. */
public final class App {
    private App() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(args.length == 0 ? 2 : 0);
    }
}

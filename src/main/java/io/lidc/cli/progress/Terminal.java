package io.lidc.cli.progress;

import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Where a command speaks to a person.
 *
 * @param interactive whether somebody watches a terminal: a bar can be drawn and overdrawn
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    public Terminal(CommandLine command) {
        this(command.getOut(), command.getErr(), System.console() != null);
    }

    /** A line of the command's answer. */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /** A line beside the answer. */
    public void note(String line) {
        err.println(line);
        err.flush();
    }

    /** What is wrong, in one line. */
    public void error(String line) {
        note("lidc: " + line);
    }
}

package io.lidc.cli.progress;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Where a command speaks to a person. */
public record Terminal(PrintWriter out, PrintWriter err, Progress.Style progress) {

    /** The streams of a command, and a bar where somebody watches a terminal. */
    public Terminal(CommandLine command) {
        this(command.getOut(), command.getErr(), System.console() == null ? Progress.Style.LINES : Progress.Style.BAR);
    }

    /** A terminal that shows errors only. */
    public Terminal quiet() {
        return new Terminal(new PrintWriter(PrintWriter.nullWriter()), err, Progress.Style.NONE);
    }

    /** A terminal without the command's answer, whose place something else takes. */
    public Terminal withoutAnswer() {
        return new Terminal(new PrintWriter(PrintWriter.nullWriter()), err, progress);
    }

    /** A line of the command's answer. */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /** A line beside the answer; a quiet terminal has none. */
    public void note(String line) {
        if (progress != Progress.Style.NONE) {
            write(line);
        }
    }

    /** What is wrong, in one line. */
    public void error(String line) {
        write("lidc: " + line);
    }

    private void write(String line) {
        err.println(line);
        err.flush();
    }
}

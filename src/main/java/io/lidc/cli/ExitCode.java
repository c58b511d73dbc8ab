package io.lidc.cli;

/** What the program's exit codes say. */
public final class ExitCode {
    /** Every object accounted for, and failures under the threshold. */
    public static final int OK = 0;
    /** A defect, or a fault of the surroundings in the middle of the work. */
    public static final int INTERNAL_ERROR = 1;
    /** Wrong words on the command line, a wrong setting, a source or database that is not to be had. */
    public static final int USAGE = 2;
    /** The share of unreadable objects is over the threshold. */
    public static final int OVER_THRESHOLD = 3;

    private ExitCode() {}
}

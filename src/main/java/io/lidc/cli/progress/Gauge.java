package io.lidc.cli.progress;

/** What there is to show of some work. */
public interface Gauge {
    /** Its name, in a word. */
    String task();

    /** Things done so far. */
    long done();

    /** Things to do, or -1 while that is not known. */
    long expected();

    /** What stands beside a bar. */
    String remark();

    /** What stands on a line of its own where there is no bar. */
    String line();
}

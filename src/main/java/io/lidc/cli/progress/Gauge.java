package io.lidc.cli.progress;

/** What there is to show of some work. */
public interface Gauge {
    /** Its name, in a word. */
    String task();

    /** What is counted, in a word in the plural. */
    String unit();

    /** Things done so far. */
    long done();

    /** Things to do, or -1 while that is not known. */
    long expected();

    /** What else is to be said. */
    String remark();
}

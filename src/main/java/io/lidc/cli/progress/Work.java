package io.lidc.cli.progress;

/** Something to do, that may fail. */
@FunctionalInterface
public interface Work {
    void run() throws Exception;
}

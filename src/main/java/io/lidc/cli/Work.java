package io.lidc.cli;

/** Something to do, that may fail. */
@FunctionalInterface
interface Work {
    void run() throws Exception;
}

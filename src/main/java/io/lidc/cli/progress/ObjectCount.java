package io.lidc.cli.progress;

import io.lidc.ingest.IngestRun;

/** Counts beforehand, beside the work, how many objects a run will discover: a bar needs to know its length. */
final class ObjectCount implements AutoCloseable {
    private final Thread counter;
    private volatile long count;
    private volatile boolean known;
    private volatile boolean wanted = true;

    private ObjectCount(IngestRun run) {
        counter = new Thread(
                () -> run.count(name -> wanted).ifPresent(counted -> {
                    count = counted;
                    known = true;
                }),
                "object-count");
        counter.setDaemon(true);
    }

    static ObjectCount start(IngestRun run) {
        ObjectCount count = new ObjectCount(run);
        count.counter.start();
        return count;
    }

    boolean isKnown() {
        return known;
    }

    long count() {
        return count;
    }

    @Override
    public void close() {
        wanted = false;
    }
}

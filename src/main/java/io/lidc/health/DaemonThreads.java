package io.lidc.health;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that may hang: they keep no process from ending. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** As many as there is work for; idle ones end after a minute. */
    public static ExecutorService named(String name) {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}

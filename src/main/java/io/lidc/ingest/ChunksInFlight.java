package io.lidc.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/** The chunks of a pass that are under way at the same time: while one is committed, the next is read. */
final class ChunksInFlight implements AutoCloseable {
    private final int max;
    private final Pass.Step step;
    private final ExecutorService threads;
    private final Deque<Future<?>> inFlight = new ArrayDeque<>();
    private CommitOrder last = CommitOrder.start();

    /** @param max how many; one is taken through its step by the caller's thread */
    ChunksInFlight(int max, Pass.Step step) {
        this.max = max;
        this.step = step;
        this.threads = max == 1 ? null : Executors.newFixedThreadPool(max, ChunksInFlight::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "chunk");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Takes one more chunk, and returns when there is room for another.
     *
     * @throws Exception what the first chunk failed of that failed
     */
    void add(Chunk chunk) throws Exception {
        if (max == 1) {
            step.process(chunk);
            return;
        }
        last = last.next();
        chunk.place(last);
        Map<String, String> logContext = MDC.getCopyOfContextMap();
        inFlight.add(threads.submit(() -> {
            if (logContext != null) {
                MDC.setContextMap(logContext);
            }
            work(chunk);
            return null;
        }));
        awaitAllBut(max - 1);
    }

    private void work(Chunk chunk) throws Exception {
        try {
            step.process(chunk);
        } finally {
            chunk.end();
        }
    }

    /** Returns when no chunk is under way any more. */
    void await() throws Exception {
        awaitAllBut(0);
    }

    private void awaitAllBut(int count) throws Exception {
        while (inFlight.size() > count) {
            try {
                inFlight.remove().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }
    }

    /** Waits for what is under way, whatever becomes of it: the run's end comes after its chunks. */
    @Override
    public void close() {
        if (threads == null) {
            return;
        }
        threads.shutdown();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                if (interrupted) {
                    threads.shutdownNow();
                }
                ended = threads.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

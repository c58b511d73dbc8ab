package io.lidc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on all cores whose output comes in the order of its input, no more than a few batches ahead of it. */
final class InOrder {
    private static final int BATCH = 8;
    private static final int BATCHES_AHEAD_PER_CORE = 4;

    private InOrder() {}

    /**
     * Writes what {@code work} makes of each batch of the input.
     *
     * @throws IOException when the output cannot be written
     * @throws InterruptedException when the waiting thread is interrupted
     */
    static <T> void write(Iterator<T> input, Function<List<T>, byte[]> work, OutputStream output)
            throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        try {
            Deque<Future<byte[]>> ahead = new ArrayDeque<>();
            while (input.hasNext()) {
                if (ahead.size() == cores * BATCHES_AHEAD_PER_CORE) {
                    output.write(result(ahead.remove()));
                }
                List<T> batch = batch(input);
                ahead.add(workers.submit(() -> work.apply(batch)));
            }
            while (!ahead.isEmpty()) {
                output.write(result(ahead.remove()));
            }
            output.flush();
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> List<T> batch(Iterator<T> input) {
        List<T> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && input.hasNext()) {
            batch.add(input.next());
        }
        return batch;
    }

    private static byte[] result(Future<byte[]> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

package io.lidc.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Hands rows on in a thread of its own, in their order, while the next ones are read. A few batches wait at the most. */
final class WriteBehind implements TableRows.Consumer, AutoCloseable {
    private static final int BATCH = 500;
    private static final int MAX_WAITING = 4;

    private final TableRows.Consumer target;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private List<Entry> batch = new ArrayList<>(BATCH);

    private record Entry(List<Object> row, String modality) {}

    WriteBehind(TableRows.Consumer target) {
        this.target = target;
    }

    @Override
    public void accept(List<Object> row, String modality) throws IOException {
        batch.add(new Entry(row, modality));
        if (batch.size() == BATCH) {
            hand();
        }
    }

    /**
     * Hands on what is left, and returns when all is written.
     *
     * @throws IOException when a row could not be written
     */
    void flush() throws IOException {
        hand();
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    private void hand() throws IOException {
        if (waiting.size() == MAX_WAITING) {
            await(waiting.remove());
        }
        List<Entry> full = batch;
        batch = new ArrayList<>(BATCH);
        waiting.add(thread.submit(() -> {
            for (Entry entry : full) {
                target.accept(entry.row, entry.modality);
            }
            return null;
        }));
    }

    private static void await(Future<?> written) throws IOException {
        try {
            written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while rows were written");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends the thread. Without {@link #flush}, rows may be left out. */
    @Override
    public void close() {
        // No file is closed while a row is written into it.
        thread.shutdown();
        waiting.forEach(written -> written.cancel(false));
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

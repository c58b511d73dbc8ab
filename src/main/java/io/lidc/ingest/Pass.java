package io.lidc.ingest;

import io.lidc.model.RunSummary;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/**
 * One pass over the sources of a run: each chunk goes through a route, is committed in the order of discovery and acknowledged, and the
 * run ends through {@code direct:run-end} however it ends.
 */
public final class Pass {
    private final ProducerTemplate routes;
    private final FailureThreshold threshold;
    private final int chunkSize;
    private final int maxInFlight;

    /** Takes a chunk through a route. */
    @FunctionalInterface
    public interface Step {
        /** @throws Exception when the chunk is not committed */
        void process(Chunk chunk) throws Exception;
    }

    /**
     * @param chunkSize objects in a chunk at most
     * @param maxInFlight chunks that are under way at a time; with one, the next is listed once the current is done
     */
    public Pass(ProducerTemplate routes, FailureThreshold threshold, int chunkSize, int maxInFlight) {
        this.routes = routes;
        this.threshold = threshold;
        this.chunkSize = chunkSize;
        this.maxInFlight = maxInFlight;
    }

    /**
     * Works through a run.
     *
     * @return how it ended; null where its sources list nothing, and an empty run is not to be put on record
     * @throws Exception what broke it off, after its end is on record
     */
    public RunSummary over(IngestRun run, boolean recordEmpty, Step step) throws Exception {
        LogContext context = LogContext.of(run);
        try {
            return within(run, recordEmpty, step);
        } finally {
            context.close();
        }
    }

    private RunSummary within(IngestRun run, boolean recordEmpty, Step step) throws Exception {
        boolean begun = false;
        try (ChunkIterator chunks = new ChunkIterator(run, chunkSize);
                ChunksInFlight inFlight = new ChunksInFlight(maxInFlight, step)) {
            if (recordEmpty || chunks.hasNext()) {
                send("direct:run-begin", run);
                begun = true;
            }
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                run.discover(chunk.getDiscovered().size());
                inFlight.add(chunk);
            }
            inFlight.await();
        } catch (Exception e) {
            if (begun) {
                end(run.failed(threshold, reason(e)), e);
            }
            throw e;
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Whatever took the memory is gone with the chunk: what waits for this run is told, not left waiting.
            IllegalStateException failure = new IllegalStateException(e.toString(), e);
            if (begun) {
                end(run.failed(threshold, e.toString()), failure);
            }
            throw failure;
        }
        if (!begun) {
            return null;
        }
        RunSummary summary = run.ended(threshold);
        send("direct:run-end", summary);
        return summary;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What broke the run off counts more than that its end could not be put on record. */
    private void end(RunSummary summary, Exception cause) {
        try {
            send("direct:run-end", summary);
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    private void send(String route, Object body) throws Exception {
        try {
            routes.sendBody(route, body);
        } catch (CamelExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** What a step threw, out of Camel's wrappings. */
    public static Exception unwrapped(Exception thrown) {
        if (thrown instanceof CamelExecutionException && thrown.getCause() instanceof Error error) {
            return new IllegalStateException(error.toString(), error);
        }
        boolean wrapping = thrown instanceof CamelExecutionException || thrown instanceof CamelExchangeException;
        return wrapping && thrown.getCause() instanceof Exception cause ? unwrapped(cause) : thrown;
    }
}

package io.lidc.ingest;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of objects that arrive by themselves: clients push them, a topic delivers them. A run starts with an exchange and goes on with
 * those that follow, until there was none for some time or no more come. It ends only while no exchange is part of it; an exchange that
 * comes then starts the next one.
 */
public final class OpenRun {
    private static final Logger LOG = LoggerFactory.getLogger(OpenRun.class);

    private final Source source;
    private final boolean retryFailed;
    private final String route;
    private final Steps steps;
    private final long idleNanos;
    private final LongSupplier nanoTime;
    /** Runs that are over, and whose end is not on record yet. */
    private final Deque<IngestRun> ended = new ArrayDeque<>();

    private IngestRun run;
    private int exchanges;
    private long lastExchange;

    /** What happens at the start and at the end of a run. */
    public interface Steps {
        /** @throws SQLException when the start cannot be put on record; there is no run then */
        void begin(IngestRun run) throws SQLException;

        /** @throws Exception when the end cannot be put on record now; it is attempted again */
        void end(IngestRun run) throws Exception;
    }

    /**
     * Runs of a source.
     *
     * @param retryFailed whether what could not be read before is read again
     * @param route id of the route that takes the objects in
     * @param idleSeconds without an exchange after which a run ends
     * @param nanoTime the clock, {@link System#nanoTime}
     */
    public OpenRun(
            Source source, boolean retryFailed, String route, Steps steps, int idleSeconds, LongSupplier nanoTime) {
        this.source = source;
        this.retryFailed = retryFailed;
        this.route = route;
        this.steps = steps;
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
        this.nanoTime = nanoTime;
    }

    /** The run that an exchange is part of until it is done; started if need be. */
    public synchronized IngestRun join(Exchange exchange) throws SQLException {
        if (run == null) {
            IngestRun started = new IngestRun(List.of(source), retryFailed, null, route);
            steps.begin(started);
            run = started;
        }
        exchanges++;
        LogContext context = LogContext.of(run).with(LogContext.ROUTE, exchange.getFromRouteId());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                context.close();
                leave();
            }
        });
        return run;
    }

    private synchronized void leave() {
        exchanges--;
        lastExchange = nanoTime.getAsLong();
    }

    /**
     * Objects of an exchange as a chunk of its run. Those that are not stored when the exchange is done do not count: their sender learns
     * that, and sends them again.
     *
     * @param from what delivered them
     */
    public static Chunk chunk(IngestRun of, Source from, List<ObjectReference> objects, Exchange exchange) {
        of.discover(objects.size());
        Chunk chunk = new Chunk(of, from, objects);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                of.giveUp(chunk.outstanding());
            }
        });
        return chunk;
    }

    /** Ends the run when no exchange was part of it for the configured time. */
    public void endIfIdle() {
        synchronized (this) {
            if (run != null && exchanges == 0 && nanoTime.getAsLong() - lastExchange >= idleNanos) {
                close();
            }
        }
        record();
    }

    /** Ends the run when no more exchanges come. */
    public void end() {
        synchronized (this) {
            if (run != null) {
                close();
            }
        }
        record();
    }

    private void close() {
        ended.add(run);
        run = null;
    }

    /** Not under the lock: a database that is unavailable must not keep exchanges from being refused. */
    private void record() {
        for (IngestRun over = poll(); over != null; over = poll()) {
            try {
                steps.end(over);
            } catch (Exception e) {
                LOG.error("The end of {} cannot be put on record now: {}", over, e.getMessage());
                synchronized (this) {
                    ended.addFirst(over);
                }
                return;
            }
        }
    }

    private synchronized IngestRun poll() {
        return ended.poll();
    }
}

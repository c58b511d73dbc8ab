package io.lidc.stow;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.LogContext;
import io.lidc.source.Source;
import io.lidc.store.MetadataStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs that pushed objects belong to. A run starts with a request and goes on with those that follow, until there was none for some
 * time or the server has stopped. It ends only while no request is part of it; a request that comes then starts the next one.
 */
public final class PushRun {
    private static final Source SOURCE = new PushProvider.Pushed(PushProvider.SCHEME, List.of());
    /** Id of the route that receives them. */
    private static final String ROUTE = "push";

    private static final Logger LOG = LoggerFactory.getLogger(PushRun.class);

    private final MetadataStore store;
    private final RunEnd runEnd;
    private final long idleNanos;
    private final LongSupplier nanoTime;
    /** Runs that are over, and whose end is not on record yet. */
    private final Deque<IngestRun> ended = new ArrayDeque<>();

    private IngestRun run;
    private int requests;
    private long lastRequest;

    /** What happens at the end of a run. */
    @FunctionalInterface
    public interface RunEnd {
        /** @throws Exception when the end cannot be put on record now; it is tried again */
        void end(IngestRun run) throws Exception;
    }

    /** @param idleSeconds without a request after which a run ends */
    public PushRun(MetadataStore store, RunEnd runEnd, int idleSeconds) {
        this(store, runEnd, idleSeconds, System::nanoTime);
    }

    PushRun(MetadataStore store, RunEnd runEnd, int idleSeconds, LongSupplier nanoTime) {
        this.store = store;
        this.runEnd = runEnd;
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
        this.nanoTime = nanoTime;
    }

    /** The run that a request is part of until its exchange is done; started if need be. */
    public synchronized IngestRun join(Exchange exchange) throws Exception {
        if (run == null) {
            IngestRun started = new IngestRun(List.of(SOURCE), true, null, ROUTE);
            store.begin(started.id(), started.sourceUris());
            run = started;
        }
        requests++;
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
        requests--;
        lastRequest = nanoTime.getAsLong();
    }

    /** Objects of a request as a chunk of its run. Those that are not stored do not count: their client is refused, and sends them again. */
    public Chunk chunk(@Body ReceivedChunk received, @ExchangeProperty("run") IngestRun of, Exchange exchange) {
        of.discover(received.objects().size());
        Chunk chunk = new Chunk(of, SOURCE, received.getReferences());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                of.giveUp(chunk.outstanding());
            }
        });
        return chunk;
    }

    /** Ends the run when no request was part of it for the configured time. */
    public void endIfIdle() {
        synchronized (this) {
            if (run != null && requests == 0 && nanoTime.getAsLong() - lastRequest >= idleNanos) {
                close();
            }
        }
        record();
    }

    /** Ends the run when the server has stopped. */
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

    /** Not under the lock: a database that is unavailable must not keep requests from being refused. */
    private void record() {
        for (IngestRun over = poll(); over != null; over = poll()) {
            try {
                runEnd.end(over);
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

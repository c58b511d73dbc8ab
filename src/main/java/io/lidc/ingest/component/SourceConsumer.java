package io.lidc.ingest.component;

import io.lidc.ingest.Chunk;
import io.lidc.ingest.ChunkAcknowledgement;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestRun;
import io.lidc.ingest.LogContext;
import io.lidc.ingest.Pass;
import io.lidc.ingest.header.IoError;
import io.lidc.ingest.header.ObjectFilter;
import io.lidc.model.SourcePolled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;

/** One poll is one pass over the source; a poll that finds nothing leaves no run on record. */
final class SourceConsumer extends ScheduledPollConsumer implements ShutdownAware {
    private static final String POLLED = "seda:source-polled?multipleConsumers=true&discardIfNoConsumers=true"
            + "&discardWhenFull=true&waitForTaskToComplete=Never";

    private final SourceEndpoint endpoint;
    private final AtomicReference<IngestRun> current = new AtomicReference<>();
    private volatile boolean ending;
    private ProducerTemplate routes;
    private ObjectFilter filter;

    SourceConsumer(SourceEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        PollFailures failures = new PollFailures(endpoint.getSource());
        setExceptionHandler(failures);
        setHealthCheck(new SourceHealthCheck(failures));
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (endpoint.getFilter() != null) {
            filter = new ObjectFilter(endpoint.getCamelContext(), endpoint.getFilter());
        }
    }

    /** Polls only once all routes are up: the first chunk needs them. */
    @Override
    protected void doStart() throws Exception {
        ending = false;
        routes = endpoint.getCamelContext().createProducerTemplate();
        boolean startsPolling = isStartScheduler();
        setStartScheduler(false);
        super.doStart();
        setStartScheduler(startsPolling);
        if (startsPolling) {
            endpoint.getCamelContext().addStartupListener(new OnceStarted(this::startScheduler));
        }
    }

    @Override
    protected int poll() throws Exception {
        if (!endpoint.getCamelContext().isStarted()) {
            return 0;
        }
        LogContext context = LogContext.ofRoute(getRouteId());
        try {
            boolean foundSomething =
                    pass(new IngestRun(List.of(endpoint.open()), endpoint.isRetryFailed(), filter, getRouteId()));
            ((PollFailures) getExceptionHandler()).succeeded();
            tell(null, foundSomething);
            return foundSomething ? 1 : 0;
        } catch (IOException e) {
            tell(IoError.code(e), false);
            throw e;
        } catch (UncheckedIOException e) {
            tell(IoError.code(e.getCause()), false);
            throw e;
        } finally {
            context.close();
        }
    }

    /** Whether it found something. */
    private boolean pass(IngestRun run) throws Exception {
        current.set(run);
        if (ending) {
            // It began while the route was being stopped, which looked for it too early.
            run.requestStop();
        }
        try {
            Pass pass = new Pass(
                    routes,
                    new FailureThreshold(endpoint.failureThreshold()),
                    endpoint.getChunkSize(),
                    endpoint.getChunksInFlight());
            return pass.over(run, false, this::process) != null;
        } finally {
            current.set(null);
        }
    }

    /** Routes that start from seda:source-polled learn of the poll; without any, nothing is kept. */
    private void tell(String code, boolean foundSomething) {
        if (!ending) {
            routes.sendBody(POLLED, new SourcePolled(endpoint.getSource(), code, foundSomething));
        }
    }

    private void process(Chunk chunk) throws Exception {
        ((PollFailures) getExceptionHandler()).listed();
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(chunk);
            exchange.getExchangeExtension().addOnCompletion(new ChunkAcknowledgement(chunk));
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw Pass.unwrapped(exchange.getException());
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    protected void doResume() throws Exception {
        ending = false;
        super.doResume();
    }

    @Override
    protected void doSuspend() throws Exception {
        endAfterCurrentChunk();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        endAfterCurrentChunk();
        super.doStop();
        // Null in a process that has waited for a lease only.
        ServiceHelper.stopService(routes);
    }

    private void endAfterCurrentChunk() {
        ending = true;
        IngestRun run = current.get();
        if (run != null) {
            run.requestStop();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    /** A run that is under way counts until its end is on record: the routes are needed until then. */
    @Override
    public int getPendingExchangesSize() {
        return current.get() == null ? 0 : 1;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        endAfterCurrentChunk();
    }
}

package io.lidc.metrics;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** A step of a route under a stop watch. Each attempt counts, also one that fails. */
final class TimedStep extends DelegateAsyncProcessor {
    private final Timer timer;

    TimedStep(Processor step, Timer timer) {
        super(step);
        this.timer = timer;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        long start = System.nanoTime();
        return super.process(exchange, doneSync -> {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            callback.done(doneSync);
        });
    }
}

package io.lidc.kafka;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Waits after a batch that has failed: it is delivered again at once, after a rebalance of the whole group. */
final class PauseOnFailure extends SynchronizationAdapter {
    private static final long MILLIS = 2_000;

    @Override
    public void onFailure(Exchange exchange) {
        if (exchange.getContext().isStopping()) {
            return;
        }
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.lidc.lease;

import org.apache.camel.cluster.CamelClusterView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether a leader is known, and takes part in the election anew where twice in a row none is.
 *
 * <p>Camel's part in an election on Kubernetes ends for good, and silently, when the API server refuses the renewal of a Lease: the routes of
 * the leader stop, and as its pod is alive, no other pod takes over.
 */
final class StalledElection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StalledElection.class);

    private final CamelClusterView view;
    private final String lease;
    private boolean leaderless;

    StalledElection(CamelClusterView view, String lease) {
        this.view = view;
        this.lease = lease;
    }

    @Override
    public void run() {
        boolean wasLeaderless = leaderless;
        leaderless = view.getLeader().isEmpty();
        if (wasLeaderless && leaderless) {
            LOG.warn("Nobody is known to hold the lease {}: the election starts anew here", lease);
            startAnew();
        }
    }

    private void startAnew() {
        try {
            view.stop();
            view.start();
            leaderless = false;
        } catch (RuntimeException e) {
            LOG.error(
                    "The election for the lease {} does not start anew and is tried again: {}", lease, e.getMessage());
        }
    }
}

package io.lidc.lease;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.cluster.CamelPreemptiveClusterView;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the routes of the group {@code discovery} run where the lease is, and nowhere else. Other routes run everywhere.
 *
 * <p>Camel's {@code ClusteredRoutePolicy} starts and stops routes under a lock of its own, which a stop of the context waits for while it holds
 * the lock of a route: where the lease changes hands at that moment, the process never ends. This policy has no lock.
 */
public final class LeasePolicy extends LifecycleStrategySupport
        implements RoutePolicyFactory, CamelClusterEventListener.Leadership {
    /** Group of routes of which one process at a time has enough. */
    static final String GROUP = "discovery";

    private static final Logger LOG = LoggerFactory.getLogger(LeasePolicy.class);

    /** Longer than a lease lasts, so that a holder that is gone is no stalled election. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CamelClusterService cluster;
    private final String name;
    private final Duration patience;
    private final Set<String> routes = new ConcurrentSkipListSet<>();
    /** One change after the other; those that come at the stop are of no use. */
    private final ScheduledExecutorService changes =
            new ScheduledThreadPoolExecutor(1, LeasePolicy::thread, new ThreadPoolExecutor.DiscardPolicy());

    private volatile CamelContext context;
    private volatile CamelClusterView view;

    /**
     * A policy of a lease.
     *
     * @param name of the lease within the cluster
     */
    public LeasePolicy(CamelClusterService cluster, String name) {
        this(cluster, name, PATIENCE);
    }

    LeasePolicy(CamelClusterService cluster, String name, Duration patience) {
        this.cluster = cluster;
        this.name = name;
        this.patience = patience;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lease");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext of, String routeId, NamedNode route) {
        return route instanceof RouteDefinition definition && GROUP.equals(definition.getGroup())
                ? new Waiting()
                : null;
    }

    /** Keeps a route from starting with the others. */
    private final class Waiting extends RoutePolicySupport {
        @Override
        public void onInit(Route route) {
            if (route.isAutoStartup()) {
                route.setAutoStartup(false);
                routes.add(route.getRouteId());
            }
        }
    }

    /** Asks for the lease once all routes are up that a route of discovery calls. */
    @Override
    public void onContextStarted(CamelContext started) {
        context = started;
        try {
            view = cluster.getView(name);
            view.addEventListener(this);
            if (view instanceof CamelPreemptiveClusterView) {
                changes.scheduleWithFixedDelay(
                        new StalledElection(view, name),
                        patience.toMillis(),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException("no lease " + name, e);
        }
    }

    @Override
    public void onContextStopping(CamelContext stopping) {
        changes.shutdown();
    }

    @Override
    public void leadershipChanged(CamelClusterView of, CamelClusterMember leader) {
        changes.execute(this::apply);
    }

    private void apply() {
        boolean held = isHeld();
        for (String route : routes) {
            try {
                if (changes.isShutdown()) {
                    return;
                }
                apply(route, held);
            } catch (Exception e) {
                LOG.error("Route {} does not follow the lease {}: {}", route, name, e.getMessage());
            }
        }
    }

    private void apply(String route, boolean held) throws Exception {
        boolean isStarted = context.getRouteController().getRouteStatus(route).isStarted();
        if (held && !isStarted) {
            LOG.info("Lease {} is held here: route {} starts", name, route);
            context.getRouteController().startRoute(route);
        } else if (!held && isStarted) {
            LOG.info("Lease {} is held elsewhere: route {} stops", name, route);
            context.getRouteController().stopRoute(route);
        }
    }

    /** Whether this process holds the lease; false before it was first asked for. */
    public boolean isHeld() {
        CamelClusterView current = view;
        return current != null && current.getLocalMember().isLeader();
    }
}

package io.lidc.lease;

import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.impl.cluster.ClusteredRoutePolicy;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;

/** Has the routes of the group {@code discovery} run where the lease is, and nowhere else. Other routes run everywhere. */
public final class LeasePolicy implements RoutePolicyFactory {
    /** Group of routes of which one process at a time has enough. */
    static final String GROUP = "discovery";

    private final CamelClusterService cluster;
    private final String name;

    /**
     * A policy of a lease.
     *
     * @param name of the lease within the cluster
     */
    public LeasePolicy(CamelClusterService cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        if (!(route instanceof RouteDefinition definition) || !GROUP.equals(definition.getGroup())) {
            return null;
        }
        try {
            ClusteredRoutePolicy policy = ClusteredRoutePolicy.forNamespace(cluster, name);
            policy.setCamelContext(context);
            return policy;
        } catch (Exception e) {
            throw new IllegalStateException("no lease for route " + routeId, e);
        }
    }

    /** Whether this process holds the lease; false before it was first looked at. */
    public boolean isHeld() {
        try {
            return cluster.getView(name).getLocalMember().isLeader();
        } catch (Exception e) {
            return false;
        }
    }
}

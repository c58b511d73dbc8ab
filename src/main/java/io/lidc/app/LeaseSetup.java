package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.lease.FileLease;
import io.lidc.lease.KubernetesLease;
import io.lidc.lease.LeaseKeys;
import io.lidc.lease.LeasePolicy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.main.Main;

/** From the settings to the lease that routes of discovery run under. */
final class LeaseSetup {
    private LeaseSetup() {}

    /** Puts the lease into place, where the settings want one. */
    static void bind(Main main, Settings settings, Optional<MeterRegistry> registry) {
        Duration retryPeriod = settings.get(LeaseKeys.RETRY_PERIOD);
        switch (settings.get(LeaseKeys.TYPE)) {
            case NONE -> {
                return;
            }
            case FILE -> bind(main, settings, registry, FileLease.in(settings.get(LeaseKeys.DIRECTORY), retryPeriod));
            case KUBERNETES ->
                bind(
                        main,
                        settings,
                        registry,
                        KubernetesLease.among(
                                settings.get(LeaseKeys.NAMESPACE), settings.get(LeaseKeys.LABELS), retryPeriod));
        }
    }

    private static void bind(
            Main main, Settings settings, Optional<MeterRegistry> registry, CamelClusterService cluster) {
        LeasePolicy policy = new LeasePolicy(cluster, settings.get(LeaseKeys.NAME_KEY));
        main.bind("leaseCluster", cluster);
        main.bind("leasePolicy", policy);
        registry.ifPresent(into -> Gauge.builder("lidc.lease.leader", () -> policy.isHeld() ? 1 : 0)
                .description("1 where this process holds the lease, and its routes of discovery run")
                .register(into));
    }
}

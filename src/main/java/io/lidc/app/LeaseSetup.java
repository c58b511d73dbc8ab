package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.lease.FileLease;
import io.lidc.lease.KubernetesLease;
import io.lidc.lease.LeaseKeys;
import io.lidc.lease.LeasePolicy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.main.Main;

/** From the settings to the lease that routes of discovery run under. */
final class LeaseSetup {
    private LeaseSetup() {}

    /** Puts the lease into place, where the settings want one. */
    static void bind(Main main, Settings settings, Optional<MeterRegistry> registry) throws UsageException {
        Duration retryPeriod = settings.get(LeaseKeys.RETRY_PERIOD);
        switch (settings.get(LeaseKeys.TYPE)) {
            case NONE -> {
                return;
            }
            case FILE -> bind(main, settings, registry, FileLease.in(writable(settings), retryPeriod));
            case KUBERNETES ->
                bind(
                        main,
                        settings,
                        registry,
                        KubernetesLease.among(
                                settings.get(LeaseKeys.NAMESPACE), settings.get(LeaseKeys.LABELS), retryPeriod));
        }
    }

    /** Camel says nothing of a folder that cannot be written, and waits for ever. */
    private static Path writable(Settings settings) throws UsageException {
        Path folder = settings.get(LeaseKeys.DIRECTORY);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "lease", ".try"));
        } catch (IOException e) {
            throw new UsageException("cannot write into the folder of " + LeaseKeys.DIRECTORY + ": " + e, e);
        }
        return folder;
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

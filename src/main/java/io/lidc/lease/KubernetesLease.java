package io.lidc.lease;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.kubernetes.KubernetesConfiguration;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;

/** A lease that is a Lease of Kubernetes. */
public final class KubernetesLease {
    /** Camel names the Lease {@code PREFIX-NAME}. */
    private static final String PREFIX = "leaders";

    private KubernetesLease() {}

    /**
     * A lease among some pods of a namespace, of which this process is one. The name of its pod is its host name.
     *
     * @param namespace empty for the one that the pod runs in
     * @param labels of the pods
     */
    public static CamelClusterService among(String namespace, Map<String, String> labels, Duration retryPeriod) {
        return among(new KubernetesConfiguration(), namespace, labels, retryPeriod);
    }

    static KubernetesClusterService among(
            KubernetesConfiguration server, String namespace, Map<String, String> labels, Duration retryPeriod) {
        if (!namespace.isEmpty()) {
            server.setNamespace(namespace);
        }
        // Without a configuration of its own, the service ignores server and namespace.
        KubernetesClusterService service = new KubernetesClusterService(server);
        service.setKubernetesResourceName(PREFIX);
        service.setClusterLabels(labels);
        service.setRetryPeriodMillis(retryPeriod.toMillis());
        return service;
    }
}

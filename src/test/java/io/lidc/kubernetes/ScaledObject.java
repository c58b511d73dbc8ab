package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** KEDA's {@code keda.sh/v1alpha1} ScaledObject: the fields that manifests here may use, its Kafka trigger's among them. */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            ScaleTargetRef scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int minReplicaCount,
            int maxReplicaCount,
            List<Trigger> triggers) {}

    record ScaleTargetRef(String apiVersion, String kind, String name) {}

    record Trigger(String type, Kafka metadata, AuthenticationRef authenticationRef) {}

    record AuthenticationRef(String name) {}

    /** Values of a trigger's metadata are text. */
    record Kafka(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String activationLagThreshold,
            String offsetResetPolicy) {}
}

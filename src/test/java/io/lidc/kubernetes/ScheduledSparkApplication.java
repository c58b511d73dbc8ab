package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Map;

/** The Spark operator's {@code sparkoperator.k8s.io/v1beta2} ScheduledSparkApplication: the fields that manifests here may use. */
record ScheduledSparkApplication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            String schedule,
            String concurrencyPolicy,
            int successfulRunHistoryLimit,
            int failedRunHistoryLimit,
            Application template) {}

    /** What a SparkApplication has as its spec. */
    record Application(
            String type,
            String mode,
            String sparkVersion,
            String image,
            String mainClass,
            String mainApplicationFile,
            List<String> arguments,
            Map<String, String> sparkConf,
            Map<String, String> hadoopConf,
            RestartPolicy restartPolicy,
            Pod driver,
            Pod executor) {}

    /** Intervals are seconds. */
    record RestartPolicy(String type, int onFailureRetries, int onFailureRetryInterval) {}

    record Pod(int cores, String memory, String serviceAccount, SecurityContext securityContext) {}
}

package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/** Argo's {@code argoproj.io/v1alpha1} CronWorkflow: the fields that the example may use. */
record CronWorkflow(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<String> schedules, String timezone, String concurrencyPolicy, WorkflowSpec workflowSpec) {}

    record WorkflowSpec(
            String entrypoint,
            String onExit,
            String serviceAccountName,
            boolean automountServiceAccountToken,
            PodSecurityContext securityContext,
            ObjectMeta podMetadata,
            List<Volume> volumes,
            List<Template> templates) {}

    record Template(String name, RetryStrategy retryStrategy, Container container, List<List<Step>> steps) {}

    record Step(String name, String template, String when) {}

    record RetryStrategy(String limit, String retryPolicy, String expression, Backoff backoff) {}

    record Backoff(String duration, String factor, String maxDuration) {}
}

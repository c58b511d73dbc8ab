package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template of pods, and whose it is. */
record Pods(String owner, PodTemplateSpec template) {

    /** Those of some manifests. Patches, which have no image, are none. */
    static List<Pods> in(List<Manifest> manifests) {
        return manifests.stream()
                .flatMap(manifest -> template(StrictTypes.read(manifest))
                        .map(template -> new Pods(manifest.origin() + " " + manifest.name(), template))
                        .stream())
                .filter(pods -> pods.spec().getContainers().stream().anyMatch(one -> one.getImage() != null))
                .toList();
    }

    private static Optional<PodTemplateSpec> template(Object resource) {
        if (resource instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        }
        if (resource instanceof CronJob cronJob) {
            return Optional.of(cronJob.getSpec().getJobTemplate().getSpec().getTemplate());
        }
        if (resource instanceof Job job) {
            return Optional.of(job.getSpec().getTemplate());
        }
        return Optional.empty();
    }

    PodSpec spec() {
        return template.getSpec();
    }

    /** There is one in each. */
    Container container() {
        return spec().getContainers().get(0);
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    @Override
    public String toString() {
        return owner;
    }
}

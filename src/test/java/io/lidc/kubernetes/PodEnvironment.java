package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a pod's container: those of its ConfigMaps, then its own. */
final class PodEnvironment {
    private PodEnvironment() {}

    static Map<String, String> of(Pods pods, List<Manifest> manifests) {
        Map<String, String> environment = new TreeMap<>();
        pods.container()
                .getEnvFrom()
                .forEach(source -> environment.putAll(
                        data(manifests, source.getConfigMapRef().getName())));
        for (EnvVar variable : pods.container().getEnv()) {
            environment.put(variable.getName(), variable.getValue());
        }
        return environment;
    }

    /** What a ConfigMap holds; empty where it holds nothing. */
    static Map<String, String> data(List<Manifest> manifests, String name) {
        return manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals("ConfigMap") && manifest.name().equals(name))
                .map(manifest -> ((ConfigMap) StrictTypes.read(manifest)).getData())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no ConfigMap " + name));
    }
}

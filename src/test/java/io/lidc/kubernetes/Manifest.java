package io.lidc.kubernetes;

import java.util.Map;

/**
 * A document of Kubernetes, as it stands in a file or in what kustomize renders.
 *
 * @param origin where it stands, for messages
 */
record Manifest(String origin, Map<String, Object> document) {

    String apiVersion() {
        return String.valueOf(document.get("apiVersion"));
    }

    String kind() {
        return String.valueOf(document.get("kind"));
    }

    String name() {
        return String.valueOf(((Map<?, ?>) document.get("metadata")).get("name"));
    }

    @Override
    public String toString() {
        return origin + " " + kind();
    }
}

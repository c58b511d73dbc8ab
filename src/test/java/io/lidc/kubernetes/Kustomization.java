package io.lidc.kubernetes;

import java.util.List;
import java.util.Map;

/** The fields of a kustomization, and of a component, that files here may use. */
record Kustomization(
        String apiVersion,
        String kind,
        List<String> resources,
        List<String> components,
        List<Generator> configMapGenerator,
        List<Labels> labels,
        List<String> configurations,
        List<Patch> patches) {

    record Generator(String name, String behavior, List<String> files, List<String> literals, Options options) {}

    record Options(Map<String, String> labels) {}

    record Labels(Map<String, String> pairs, boolean includeTemplates) {}

    record Patch(String path, String patch, Target target) {}

    record Target(String kind, String name) {}
}

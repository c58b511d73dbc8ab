package io.lidc.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads manifests. */
final class Manifests {
    static final Path FOLDER = Path.of("k8s");
    static final String KUSTOMIZATION = "kustomization.yaml";

    private static final String NAME_REFERENCES = "name-references.yaml";

    private Manifests() {}

    /** All of k8s/ but what is kustomize's own: some are patches, and hold only what they change. */
    static List<Manifest> files() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (Path file : yaml(FOLDER)) {
            if (!file.endsWith(KUSTOMIZATION) && !file.endsWith(NAME_REFERENCES)) {
                manifests.addAll(parse(Files.readString(file), file.toString()));
            }
        }
        return manifests;
    }

    /** Every kustomization of this project. */
    static List<Path> kustomizations() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(FOLDER, Path.of("config"), Path.of("routes"))) {
            yaml(folder).stream().filter(file -> file.endsWith(KUSTOMIZATION)).forEach(found::add);
        }
        return found;
    }

    static List<Manifest> parse(String yaml, String origin) {
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : load().loadAllFromString(yaml)) {
            manifests.add(new Manifest(origin, map(document)));
        }
        return manifests;
    }

    static Kustomization kustomization(Path file) throws IOException {
        return StrictTypes.convert(load().loadFromString(Files.readString(file)), Kustomization.class);
    }

    /** Names that stand twice are refused, too. */
    private static Load load() {
        return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
    }

    @SuppressWarnings("unchecked") // A document's keys are names.
    private static Map<String, Object> map(Object document) {
        return (Map<String, Object>) document;
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}

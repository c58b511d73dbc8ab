package io.lidc.kubernetes;

import io.lidc.testing.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What {@code kubectl kustomize} renders. Tests that need it are skipped where there is no kubectl. */
final class Kustomize {
    private static final Map<Path, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    /** Everything below k8s/ that is to be applied as it is, examples among it. */
    static List<Path> overlays() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(Manifests.FOLDER.resolve("examples/argo")));
        try (Stream<Path> overlays = Files.list(Manifests.FOLDER.resolve("overlays"))) {
            overlays.sorted().forEach(folders::add);
        }
        return folders;
    }

    static List<Manifest> overlay(String name) throws IOException, InterruptedException {
        return shipped(Manifests.FOLDER.resolve("overlays").resolve(name));
    }

    /** What a folder of k8s/ gives, rendered once for all tests. */
    static List<Manifest> shipped(Path folder) throws IOException, InterruptedException {
        List<Manifest> rendered = RENDERED.get(folder);
        if (rendered == null) {
            rendered = render(folder);
            RENDERED.put(folder, rendered);
        }
        return rendered;
    }

    static List<Manifest> render(Path folder) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("kustomize", ".txt");
        try {
            Process kubectl = new ProcessBuilder(
                            Installed.required("kubectl").toString(), "kustomize", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (kubectl.waitFor() != 0) {
                throw new IOException(folder + " does not render: " + Files.readString(errors));
            }
            return Manifests.parse(yaml, folder.toString());
        } finally {
            Files.delete(errors);
        }
    }
}

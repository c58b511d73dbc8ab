package io.lidc.kubernetes;

import io.lidc.testing.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What {@code kubectl kustomize} renders. Tests that need it are skipped where there is no kubectl. */
final class Kustomize {
    private Kustomize() {}

    /** Every overlay there is. */
    static List<String> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(Manifests.FOLDER.resolve("overlays"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static List<Manifest> overlay(String name) throws IOException, InterruptedException {
        return render(Manifests.FOLDER.resolve("overlays").resolve(name));
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

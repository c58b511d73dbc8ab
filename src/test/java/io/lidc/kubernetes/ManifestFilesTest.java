package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of k8s/, as they stand there. */
class ManifestFilesTest {

    static List<Manifest> files() throws IOException {
        return Manifests.files();
    }

    static List<Path> kustomizations() throws IOException {
        return Manifests.kustomizations();
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsOnlyFieldsThatExist(Manifest manifest) {
        assertThatCode(() -> StrictTypes.read(manifest)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void namesOnlyFilesThatExist(Path kustomization) throws IOException {
        Kustomization content = Manifests.kustomization(kustomization);

        assertThat(Stream.of(
                                orEmpty(content.resources()).stream(),
                                orEmpty(content.components()).stream(),
                                orEmpty(content.configurations()).stream(),
                                orEmpty(content.patches()).stream()
                                        .map(Kustomization.Patch::path)
                                        .filter(path -> path != null),
                                orEmpty(content.configMapGenerator()).stream()
                                        .flatMap(generator -> orEmpty(generator.files()).stream()))
                        .flatMap(names -> names))
                .allSatisfy(
                        name -> assertThat(kustomization.resolveSibling(name)).exists());
    }

    @Test
    void refusesAFieldThatDoesNotExistDeepInside() {
        Manifest misspelled = Manifests.parse("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: { name: a }
                        spec:
                          template:
                            spec:
                              containers:
                                - name: a
                                  securityContext: { readOnlyRootFileSystem: true }
                        """, "test").get(0);

        assertThatThrownBy(() -> StrictTypes.read(misspelled)).hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void refusesTextWhereANumberBelongs() {
        Manifest mistyped = Manifests.parse("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: { name: a }
                        spec: { replicas: "2" }
                        """, "test").get(0);

        assertThatThrownBy(() -> StrictTypes.read(mistyped)).hasMessageContaining("replicas");
    }

    @Test
    void theConfigMapsHaveEveryRouteAndEveryFileOfTheConfiguration() throws IOException {
        Stream<String> listed = Stream.of(Path.of("routes/kustomization.yaml"), Path.of("config/kustomization.yaml"))
                .flatMap(ManifestFilesTest::generated);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(shipped());
    }

    @Test
    void theRuleHasTheRulesOfPrometheus() throws IOException {
        String rules = Files.readString(Path.of("config/prometheus/rules.yml"));
        String groups = rules.substring(rules.indexOf("groups:\n")).indent(2).stripTrailing();

        assertThat(Path.of("k8s/components/monitoring/prometheus-rule.yaml"))
                .content()
                .satisfies(rule -> assertThat(rule.replaceAll("(?m)^\\s+$", ""))
                        .endsWith("spec:\n" + groups.replaceAll("(?m)^\\s+$", "") + "\n"));
    }

    private static Stream<String> generated(Path kustomization) {
        try {
            return Manifests.kustomization(kustomization).configMapGenerator().stream()
                    .flatMap(generator -> generator.files().stream())
                    .map(file -> kustomization.resolveSibling(file).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program reads of a home. */
    private static List<String> shipped() throws IOException {
        try (Stream<Path> routes = Files.walk(Path.of("routes"));
                Stream<Path> config = Files.list(Path.of("config"))) {
            return Stream.concat(routes, config)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Manifests.KUSTOMIZATION))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}

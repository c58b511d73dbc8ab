package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.lidc.app.Configuration;
import io.lidc.cli.Lidc;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.IngestKeys;
import io.lidc.status.StatusKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What manifests tell the program is what it knows. */
class ManifestSettingsTest {
    /** Where pods find their secrets. */
    private static final String SECRETS = "/run/secrets/lidc/";

    /** Read by config/log4j2.xml and by the start, no settings. */
    private static final Set<String> NO_SETTINGS = Set.of("LOG_FORMAT", "LOG_LEVEL");

    private static final int MARGIN_SECONDS = 5;

    @TempDir
    private Path folder;

    static List<Path> overlays() throws Exception {
        return Kustomize.overlays();
    }

    @Test
    void eachVariableOfAKustomizationIsAKey() throws IOException {
        assertThat(Manifests.kustomizations().stream().flatMap(ManifestSettingsTest::literals))
                .isNotEmpty()
                .isSubsetOf(variables());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void eachVariableOfAPodIsAKeyWithAValueThatIsAllowed(Path overlay) throws Exception {
        List<Manifest> manifests = Kustomize.shipped(overlay);

        assertThat(Pods.in(manifests)).isNotEmpty().allSatisfy(pods -> {
            Map<String, String> environment = PodEnvironment.of(pods, manifests);
            assertThat(environment.keySet()).isSubsetOf(variables());
            assertThatCode(() -> settings(environment)).doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theStatusPortIsTheOneThatTheProgramListensOn(Path overlay) throws Exception {
        List<Manifest> manifests = Kustomize.shipped(overlay);

        assertThat(Pods.in(manifests)).allSatisfy(pods -> {
            Settings settings = settings(PodEnvironment.of(pods, manifests));
            assertThat(settings.get(StatusKeys.HOST)).isEqualTo("0.0.0.0");
            assertThat(pods.container().getPorts().stream()
                            .filter(port -> port.getName().equals("status"))
                            .map(ContainerPort::getContainerPort))
                    .allMatch(settings.get(StatusKeys.PORT)::equals);
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void aPodHasTheTimeThatTheProgramTakesToStop(Path overlay) throws Exception {
        List<Manifest> manifests = Kustomize.shipped(overlay);

        assertThat(Pods.in(manifests)).allSatisfy(pods -> assertThat(pods.spec().getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(settings(PodEnvironment.of(pods, manifests))
                                .get(IngestKeys.STOP_TIMEOUT)
                                .toSeconds()
                        + MARGIN_SECONDS));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theArgumentsOfAPodAreACommand(Path overlay) throws Exception {
        assertThat(Pods.in(Kustomize.shipped(overlay))).allSatisfy(pods -> assertThat(Lidc.commandLine()
                        .parseArgs(pods.container().getArgs().toArray(new String[0]))
                        .hasSubcommand())
                .isTrue());
    }

    @Test
    void eachSecretIsDocumented() throws IOException {
        String document = Files.readString(Path.of("docs/deployment.md"));

        assertThat(Manifests.kustomizations().stream()
                        .flatMap(ManifestSettingsTest::assignments)
                        .filter(literal -> literal.contains(SECRETS))
                        .map(literal -> literal.substring(literal.indexOf(SECRETS) + SECRETS.length())))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
    }

    private Settings settings(Map<String, String> environment) throws UsageException, IOException {
        Map<String, String> here = new HashMap<>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            here.put(variable.getKey(), variable.getValue().replace(SECRETS, folder + "/"));
            if (variable.getValue().startsWith(SECRETS)) {
                Files.writeString(Path.of(here.get(variable.getKey())), "a secret of some length");
            }
        }
        return Configuration.load(Path.of(""), here, Map.of());
    }

    private static Set<String> variables() {
        Set<String> variables = new HashSet<>(NO_SETTINGS);
        Configuration.GROUPS.forEach(group -> group.keys().forEach(key -> variables.add(key.environmentVariable())));
        return variables;
    }

    private static Stream<String> literals(Path kustomization) {
        return new TreeSet<>(assignments(kustomization)
                        .map(literal -> literal.substring(0, literal.indexOf('=')))
                        .toList())
                .stream();
    }

    /** NAME=value, as they stand there. */
    private static Stream<String> assignments(Path kustomization) {
        try {
            List<Kustomization.Generator> generators =
                    Manifests.kustomization(kustomization).configMapGenerator();
            return generators == null
                    ? Stream.of()
                    : generators.stream()
                            .flatMap(generator ->
                                    generator.literals() == null ? Stream.of() : generator.literals().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code kubectl apply -k} would send. */
class OverlayTest {
    /** What users bring: docs/deployment.md names them. */
    private static final Set<String> CLAIMS_OF_USERS = Set.of("dicom");

    static List<Path> overlays() throws Exception {
        return Kustomize.overlays();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void rendersWhatKubernetesKnows(Path overlay) throws Exception {
        assertThat(Kustomize.shipped(overlay)).isNotEmpty().allSatisfy(manifest -> assertThatCode(
                        () -> StrictTypes.read(manifest))
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void namesOnlyConfigMapsAndClaimsThatItBrings(Path overlay) throws Exception {
        List<Manifest> manifests = Kustomize.shipped(overlay);

        assertThat(Pods.in(manifests)).isNotEmpty().allSatisfy(pods -> {
            assertThat(configMaps(pods)).isSubsetOf(names(manifests, "ConfigMap"));
            assertThat(claims(pods)).isSubsetOf(names(manifests, "PersistentVolumeClaim"));
            assertThat(names(manifests, "ServiceAccount")).contains(pods.spec().getServiceAccountName());
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void mountsEachVolumeOfAPodAndNoOther(Path overlay) throws Exception {
        assertThat(Pods.in(Kustomize.shipped(overlay))).allSatisfy(pods -> assertThat(
                        pods.container().getVolumeMounts().stream().map(VolumeMount::getName))
                .containsExactlyInAnyOrderElementsOf(
                        pods.spec().getVolumes().stream().map(Volume::getName).toList()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void servesPodsByPortsThatTheyHave(Path overlay) throws Exception {
        List<Manifest> manifests = Kustomize.shipped(overlay);
        List<Service> services = manifests.stream()
                .map(StrictTypes::read)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .toList();

        assertThat(services).allSatisfy(service -> {
            List<Pods> selected = Pods.in(manifests).stream()
                    .filter(pods -> pods.labels()
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()))
                    .toList();
            assertThat(selected).hasSize(1);
            assertThat(selected.get(0).container().getPorts().stream().map(ContainerPort::getName))
                    .containsAll(service.getSpec().getPorts().stream()
                            .map(port -> port.getTargetPort().getStrVal())
                            .toList());
        });
    }

    private static Stream<String> configMaps(Pods pods) {
        return Stream.concat(
                pods.container().getEnvFrom().stream()
                        .map(EnvFromSource::getConfigMapRef)
                        .map(reference -> reference.getName()),
                pods.spec().getVolumes().stream()
                        .filter(volume -> volume.getConfigMap() != null)
                        .map(volume -> volume.getConfigMap().getName()));
    }

    private static Stream<String> claims(Pods pods) {
        return pods.spec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .filter(name -> !CLAIMS_OF_USERS.contains(name));
    }

    private static Set<String> names(List<Manifest> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .map(Manifest::name)
                .collect(Collectors.toSet());
    }
}

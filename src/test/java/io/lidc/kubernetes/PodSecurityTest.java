package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods meet the Pod Security Standard "restricted", and beyond it nothing writes into the image. */
class PodSecurityTest {

    static List<Pods> pods() throws IOException {
        return Pods.in(Manifests.files());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void runsAsTheUserOfTheImage(Pods pods) {
        PodSecurityContext context = pods.spec().getSecurityContext();

        assertThat(context.getRunAsNonRoot()).isTrue();
        assertThat(context.getRunAsUser()).isEqualTo(10001);
    }

    @ParameterizedTest
    @MethodSource("pods")
    void hasTheSystemCallsOfTheRuntime(Pods pods) {
        assertThat(pods.spec().getSecurityContext().getSeccompProfile().getType())
                .isEqualTo("RuntimeDefault");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void gainsNoPrivileges(Pods pods) {
        SecurityContext context = pods.container().getSecurityContext();

        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
        assertThat(context.getPrivileged()).isNull();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void sharesNothingWithTheNode(Pods pods) {
        PodSpec spec = pods.spec();

        assertThat(spec.getHostNetwork()).isNull();
        assertThat(spec.getHostPID()).isNull();
        assertThat(spec.getHostIPC()).isNull();
        assertThat(spec.getVolumes())
                .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void writesOnlyIntoOutputsAndTmp(Pods pods) {
        assertThat(pods.container().getSecurityContext().getReadOnlyRootFilesystem())
                .isTrue();
        assertThat(pods.container().getVolumeMounts().stream()
                        .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                        .map(VolumeMount::getMountPath))
                .containsExactlyInAnyOrder("/opt/lidc/outputs", "/tmp");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void boundsWhatItTakesOfTheNode(Pods pods) {
        assertThat(pods.container().getResources().getLimits()).containsKeys("cpu", "memory", "ephemeral-storage");
        assertThat(pods.spec().getVolumes().stream().map(Volume::getEmptyDir).filter(volume -> volume != null))
                .allSatisfy(volume -> assertThat(volume.getSizeLimit()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void hasNoTokenOfTheApiServer(Pods pods) {
        assertThat(pods.spec().getAutomountServiceAccountToken()).isFalse();
    }
}

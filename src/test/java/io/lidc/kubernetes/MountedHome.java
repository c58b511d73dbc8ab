package io.lidc.kubernetes;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The folder of the program with its ConfigMaps in place, as kubelet mounts them: each file is a link through the link ..data. */
final class MountedHome {
    private static final String HOME = "/opt/lidc";

    private MountedHome() {}

    /** Mounts the ConfigMaps of a pod below a folder, which stands for the program's. */
    static void mount(Pods pods, List<Manifest> manifests, Path home) throws IOException {
        List<VolumeMount> mounts = pods.container().getVolumeMounts().stream()
                .sorted(Comparator.comparing(VolumeMount::getMountPath))
                .toList();
        for (VolumeMount mount : mounts) {
            Volume volume = pods.spec().getVolumes().stream()
                    .filter(one -> one.getName().equals(mount.getName()))
                    .findFirst()
                    .orElseThrow();
            if (volume.getConfigMap() != null) {
                Path folder = home.resolve(mount.getMountPath().substring(HOME.length() + 1));
                mount(PodEnvironment.data(manifests, volume.getConfigMap().getName()), folder);
            }
        }
    }

    private static void mount(Map<String, String> data, Path folder) throws IOException {
        Path content = Files.createDirectories(folder.resolve("..2026_01_01_00_00_00.1"));
        Path current = Files.createSymbolicLink(folder.resolve("..data"), content.getFileName());
        for (Map.Entry<String, String> file : data.entrySet()) {
            Files.writeString(content.resolve(file.getKey()), file.getValue());
            Files.createSymbolicLink(
                    folder.resolve(file.getKey()), current.getFileName().resolve(file.getKey()));
        }
    }
}

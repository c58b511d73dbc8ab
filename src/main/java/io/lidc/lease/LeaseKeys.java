package io.lidc.lease;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of the lease of discoverers. */
public final class LeaseKeys {
    /** What holds the lease. */
    public enum LeaseType {
        /** Nothing: each process works. */
        NONE,
        /** A locked file in a folder that all processes share. */
        FILE,
        /** A Lease of Kubernetes. */
        KUBERNETES
    }

    private static final String NAME = "lower-case letters, digits and hyphens";

    public static final Key<LeaseType> TYPE = Key.choice(
            "lease.type",
            LeaseType.NONE,
            "How processes that share this setting agree on the one whose routes of the group discovery run (folder, s3,"
                    + " download, replay-failed). The others wait, ready to take over. none: each process runs them. file: a"
                    + " lock in lease.directory. kubernetes: a Lease in lease.namespace.");
    public static final Key<String> NAME_KEY = Key.text(
            "lease.name",
            "lidc-discoverer",
            NAME,
            name -> name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"),
            "Name of the lease: of the file, or of the Lease of Kubernetes.");
    public static final Key<Path> DIRECTORY = Key.directory(
            "lease.directory", "outputs/lease", "Folder of the lock, which all processes share. Of lease.type file.");
    public static final Key<String> NAMESPACE = Key.text(
            "lease.namespace",
            "",
            NAME + ", or nothing",
            name -> name.matches("[a-z0-9-]*"),
            "Namespace of the Lease; nothing for the one that the pod runs in. Of lease.type kubernetes.");
    public static final Key<Map<String, String>> LABELS = Key.of(
            "lease.labels",
            "app.kubernetes.io/name=lidc,app.kubernetes.io/component=discoverer",
            new ValueType<>("NAME=VALUE, several separated by commas", LeaseKeys::labels, LeaseKeys::text),
            "Labels of the pods that share the lease. The holder is one of these pods that is ready. Of lease.type"
                    + " kubernetes.");
    public static final Key<Duration> RETRY_PERIOD = Key.milliseconds(
            "lease.retry-period-ms",
            2_000,
            100,
            4_000,
            "Time between two looks at the lease, in milliseconds; the same in all processes.");

    public static final KeyGroup GROUP =
            KeyGroup.of("Scale-out: lease", TYPE, NAME_KEY, DIRECTORY, NAMESPACE, LABELS, RETRY_PERIOD);

    private LeaseKeys() {}

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : text.split(",")) {
            int equals = label.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException();
            }
            labels.put(
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip());
        }
        return labels;
    }

    private static String text(Map<String, String> labels) {
        return labels.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
    }
}

package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.lidc.app.Configuration;
import io.lidc.config.Settings;
import io.lidc.kafka.KafkaKeys;
import io.lidc.lease.LeaseKeys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of the overlay scale-out fit each other. */
class ScaleOutTest {
    private List<Manifest> manifests;
    private Pods discoverer;
    private Pods worker;

    @BeforeEach
    void render() throws Exception {
        manifests = Kustomize.overlay("scale-out");
        discoverer = pods("service");
        worker = pods("worker");
    }

    @Test
    void workersStoreWhatDiscoverersPublish() throws Exception {
        assertThat(settings(discoverer).get(KafkaKeys.DISCOVER)).isTrue();
        assertThat(settings(discoverer).get(KafkaKeys.WORKER)).isFalse();
        assertThat(settings(worker).get(KafkaKeys.WORKER)).isTrue();
        assertThat(settings(worker).get(KafkaKeys.DISCOVER)).isFalse();
        assertThat(settings(worker).get(KafkaKeys.TOPIC))
                .isEqualTo(settings(discoverer).get(KafkaKeys.TOPIC));
    }

    @Test
    void workersAreScaledByTheLagOfTheirGroupInTheirTopic() throws Exception {
        Settings settings = settings(worker);

        assertThat(scaled().triggers()).singleElement().satisfies(trigger -> {
            assertThat(trigger.type()).isEqualTo("kafka");
            assertThat(trigger.metadata().bootstrapServers()).isEqualTo(settings.get(KafkaKeys.BROKERS));
            assertThat(trigger.metadata().consumerGroup()).isEqualTo(settings.get(KafkaKeys.GROUP_ID));
            assertThat(trigger.metadata().topic()).isEqualTo(settings.get(KafkaKeys.TOPIC));
        });
        assertThat(scaled().maxReplicaCount()).isEqualTo(settings.get(KafkaKeys.PARTITIONS));
    }

    @Test
    void itIsTheWorkersThatAreScaled() {
        assertThat(worker.owner()).endsWith(" " + scaled().scaleTargetRef().name());
    }

    @Test
    void onlyDiscoverersMayAskTheApiServer() {
        assertThat(discoverer.spec().getAutomountServiceAccountToken()).isTrue();
        assertThat(worker.spec().getAutomountServiceAccountToken()).isFalse();
        assertThat(worker.spec().getServiceAccountName())
                .isNotEqualTo(discoverer.spec().getServiceAccountName());
    }

    @Test
    void theLeaseIsSharedByThePodsOfTheDiscoverer() throws Exception {
        Settings settings = settings(discoverer);

        assertThat(settings.get(LeaseKeys.TYPE)).isEqualTo(LeaseKeys.LeaseType.KUBERNETES);
        assertThat(discoverer.labels()).containsAllEntriesOf(settings.get(LeaseKeys.LABELS));
        assertThat(worker.labels()
                        .entrySet()
                        .containsAll(settings.get(LeaseKeys.LABELS).entrySet()))
                .isFalse();
    }

    @Test
    void discoverersMayUpdateTheirLeaseOnly() throws Exception {
        String lease = "leaders-" + settings(discoverer).get(LeaseKeys.NAME_KEY);
        Role role = manifests.stream()
                .map(StrictTypes::read)
                .filter(Role.class::isInstance)
                .map(Role.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(role.getRules().stream().filter(rule -> rule.getVerbs().contains("update")))
                .singleElement()
                .extracting(PolicyRule::getResourceNames)
                .isEqualTo(List.of(lease));
    }

    private ScaledObject.Spec scaled() {
        return manifests.stream()
                .map(StrictTypes::read)
                .filter(ScaledObject.class::isInstance)
                .map(found -> ((ScaledObject) found).spec())
                .findFirst()
                .orElseThrow();
    }

    private Pods pods(String component) {
        return Pods.in(manifests).stream()
                .filter(pods -> component.equals(pods.labels().get("app.kubernetes.io/component")))
                .findFirst()
                .orElseThrow();
    }

    private Settings settings(Pods pods) throws Exception {
        Map<String, String> environment = new HashMap<>(PodEnvironment.of(pods, manifests));
        environment.values().removeIf(value -> value.startsWith("/run/secrets/"));
        return Configuration.load(Path.of(""), environment, Map.of());
    }
}

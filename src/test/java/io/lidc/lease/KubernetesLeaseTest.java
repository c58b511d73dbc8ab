package io.lidc.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kubernetes.KubernetesConfiguration;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pods before an API server that keeps what it is given. */
@EnableKubernetesMockClient(crud = true)
class KubernetesLeaseTest {
    private static final Map<String, String> LABELS = Map.of("app", "lidc");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Kept, as the logging of the JDK forgets the levels of loggers that nobody holds. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    private KubernetesMockServer server;
    private KubernetesClient client;
    private final List<CamelContext> pods = new ArrayList<>();

    @BeforeAll
    static void logNoRequests() {
        REQUESTS.setLevel(Level.OFF);
    }

    @BeforeEach
    void start() throws Exception {
        pods.add(pod("pod-1"));
        pods.add(pod("pod-2"));
        await().atMost(TIMEOUT).until(() -> holders().size() == 1);
    }

    @AfterEach
    void stop() {
        pods.forEach(CamelContext::stop);
    }

    @Test
    void runsTheRoutesOfDiscoveryInOnePodOnly() {
        assertThat(pods.stream().filter(pod -> pod.getRouteController()
                        .getRouteStatus("listing")
                        .isStarted()))
                .hasSize(1);
    }

    @Test
    void runsOtherRoutesInEveryPod() {
        assertThat(pods)
                .allMatch(pod ->
                        pod.getRouteController().getRouteStatus("storing").isStarted());
    }

    @Test
    void namesTheHolderInALease() {
        assertThat(client.leases()
                        .inNamespace("archive")
                        .withName("leaders-lidc-discoverer")
                        .get()
                        .getSpec()
                        .getHolderIdentity())
                .isEqualTo(holders().get(0).getName());
    }

    @Test
    void anotherPodTakesOverFromOneThatIsGone() {
        CamelContext former = holders().get(0);
        client.pods().inNamespace("archive").withName(former.getName()).delete();
        former.stop();

        await().atMost(TIMEOUT).until(() -> holders().stream().anyMatch(holder -> holder != former));
    }

    @Test
    void electsAgainAfterARenewalThatTheServerHasRefused() {
        server.expect()
                .put()
                .withPath("/apis/coordination.k8s.io/v1/namespaces/archive/leases/leaders-lidc-discoverer")
                .andReturn(403, new StatusBuilder().withCode(403).build())
                .once();
        await().atMost(TIMEOUT).until(() -> holders().isEmpty());

        await().atMost(TIMEOUT).until(() -> holders().size() == 1);
    }

    private List<CamelContext> holders() {
        return pods.stream()
                .filter(pod -> pod.getStatus().isStarted())
                .filter(pod ->
                        pod.getRouteController().getRouteStatus("listing").isStarted())
                .toList();
    }

    private CamelContext pod(String name) throws Exception {
        client.pods()
                .inNamespace("archive")
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(LABELS)
                        .endMetadata()
                        .withNewStatus()
                        .withPhase("Running")
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus("True")
                        .endCondition()
                        .endStatus()
                        .build())
                .create();
        CamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(name);
        KubernetesClusterService cluster =
                KubernetesLease.among(apiServer(), "archive", LABELS, Duration.ofMillis(200));
        cluster.setPodName(name);
        cluster.setLeaseDurationMillis(2_000);
        cluster.setRenewDeadlineMillis(1_000);
        context.addService(cluster);
        LeasePolicy policy = new LeasePolicy(cluster, "lidc-discoverer", Duration.ofSeconds(3));
        context.addRoutePolicyFactory(policy);
        context.addLifecycleStrategy(policy);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:listing").routeId("listing").routeGroup("discovery").to("log:listing");
                from("timer:storing").routeId("storing").to("log:storing");
            }
        });
        context.start();
        return context;
    }

    private KubernetesConfiguration apiServer() {
        KubernetesConfiguration configuration = new KubernetesConfiguration();
        configuration.setMasterUrl(client.getConfiguration().getMasterUrl());
        configuration.setTrustCerts(true);
        return configuration;
    }
}

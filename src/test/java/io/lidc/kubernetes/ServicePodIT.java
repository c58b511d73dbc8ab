package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.lidc.ingest.DeadLetterKeys;
import io.lidc.source.FolderKeys;
import io.lidc.status.StatusKeys;
import io.lidc.store.jdbc.DatabaseKeys;
import io.lidc.testing.Child;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The program as the pod of the overlay local starts it: with its arguments, variables and mounted ConfigMaps. */
@TestMethodOrder(OrderAnnotation.class)
class ServicePodIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String TOKEN = "a token of the status page";

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Pods pods;
    private static int port;
    private static Process process;

    @BeforeAll
    static void startThePod() throws Exception {
        List<Manifest> manifests = Kustomize.overlay("local");
        pods = Pods.in(manifests).get(0);
        port = MonitoredService.freePort();
        Map<String, String> environment = PodEnvironment.of(pods, manifests);
        Files.writeString(folder.resolve("status-token"), TOKEN);
        // What lies elsewhere on this machine than in a pod.
        environment.put("STATUS_TOKEN_FILE", folder.resolve("status-token").toString());
        environment.put(StatusKeys.PORT.environmentVariable(), Integer.toString(port));
        environment.put(
                FolderKeys.PATH.environmentVariable(), Home.sample(folder).toString());
        environment.put(DatabaseKeys.URL.environmentVariable(), "jdbc:sqlite:" + folder.resolve("lidc.db"));
        environment.put(
                DeadLetterKeys.DIRECTORY.environmentVariable(),
                folder.resolve("dead-letter").toString());
        Path home = Files.createDirectory(folder.resolve("home"));
        MountedHome.mount(pods, manifests, home);
        process = Child.start(
                environment,
                home,
                folder.resolve("log"),
                pods.container().getArgs().toArray());
    }

    @AfterAll
    static void killThePod() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void answersItsProbes() {
        List<HTTPGetAction> probes = List.of(
                pods.container().getStartupProbe().getHttpGet(),
                pods.container().getReadinessProbe().getHttpGet(),
                pods.container().getLivenessProbe().getHttpGet());

        assertThat(probes).allSatisfy(probe -> {
            assertThat(probe.getPort().getStrVal()).isEqualTo("status");
            await().atMost(TIMEOUT).until(() -> get(probe.getPath(), ""), status -> status == 200);
        });
    }

    @Test
    void answersPrometheusWithTheTokenOfTheSecret() throws IOException {
        Endpoint endpoint = endpoint();

        await().atMost(TIMEOUT).until(() -> get(endpoint.getPath(), TOKEN), status -> status == 200);
    }

    @Test
    void refusesPrometheusWithoutTheToken() throws IOException {
        Endpoint endpoint = endpoint();

        await().atMost(TIMEOUT).until(() -> get(endpoint.getPath(), ""), status -> status == 401);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void endsInOrderWhenThePodIsStopped() throws Exception {
        String ready = pods.container().getReadinessProbe().getHttpGet().getPath();
        await().atMost(TIMEOUT).until(() -> get(ready, ""), status -> status == 200);

        process.destroy();

        assertThat(process.waitFor(pods.spec().getTerminationGracePeriodSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Endpoint endpoint() throws IOException {
        return Manifests.files().stream()
                .map(StrictTypes::read)
                .filter(ServiceMonitor.class::isInstance)
                .map(monitor ->
                        ((ServiceMonitor) monitor).getSpec().getEndpoints().get(0))
                .findFirst()
                .orElseThrow();
    }

    /** The status of a response; 0 where nothing listens yet. */
    private static int get(String path, String token) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}

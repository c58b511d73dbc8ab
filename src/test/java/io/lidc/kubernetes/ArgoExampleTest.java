package io.lidc.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.cli.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example for Argo Workflows. */
class ArgoExampleTest {
    private List<Manifest> manifests;
    private CronWorkflow.WorkflowSpec workflow;

    @BeforeEach
    void render() throws Exception {
        manifests = Kustomize.shipped(Path.of("k8s/examples/argo"));
        workflow = manifests.stream()
                .map(StrictTypes::read)
                .filter(CronWorkflow.class::isInstance)
                .map(found -> ((CronWorkflow) found).spec().workflowSpec())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void doesNotHideFailuresByAnotherAttempt() {
        assertThat(template("ingest").retryStrategy().expression())
                .isEqualTo("asInt(lastRetry.exitCode) != " + ExitCode.OVER_THRESHOLD);
    }

    @Test
    void namesTheConfigMapThatIsRendered() {
        assertThat(containers()).allSatisfy(template -> assertThat(PodEnvironment.data(
                        manifests,
                        template.container()
                                .getEnvFrom()
                                .get(0)
                                .getConfigMapRef()
                                .getName()))
                .isNotEmpty());
    }

    @Test
    void meetsThePodSecurityStandardRestricted() {
        assertThat(workflow.securityContext().getRunAsNonRoot()).isTrue();
        assertThat(workflow.securityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(containers()).allSatisfy(template -> {
            assertThat(template.container().getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(template.container().getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(template.container()
                            .getSecurityContext()
                            .getCapabilities()
                            .getDrop())
                    .containsExactly("ALL");
        });
    }

    private List<CronWorkflow.Template> containers() {
        return workflow.templates().stream()
                .filter(template -> template.container() != null)
                .toList();
    }

    private CronWorkflow.Template template(String name) {
        return workflow.templates().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

"""The nightly run by Airflow, a pod each: ingest, then report.

What becomes of a task is decided by the exit code of the program. 0 is a success. 3, too many unreadable objects, fails the task at once: another
attempt would find the failures known, and end with 0. 1, 2 and 143 are tried again, and go on from what was committed; 2 is a wrong
setting as well as a source or database that is unavailable.
"""

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.models.dag import DAG
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from kubernetes.client import models as k8s

OVER_THRESHOLD = 3

SETTINGS = {
    "DATABASE_URL": "jdbc:postgresql://postgres/lidc",
    "DATABASE_USER": "lidc",
    "DATABASE_PASSWORD_FILE": "/run/secrets/lidc/database-password",
    "S3_REGION": "eu-central-1",
    "LOG_FORMAT": "json",
    "INGEST_STOP_TIMEOUT_SECONDS": "20",
}


class LidcOperator(KubernetesPodOperator):
    """Fails the task for good when the program has ended with the code of too many failures."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            if OVER_THRESHOLD in self.exit_codes():
                raise AirflowFailException("more objects are unreadable than failure.threshold allows") from failure
            raise

    def exit_codes(self):
        """Those of the containers that have ended."""
        pod = self.remote_pod or self.pod
        statuses = (pod.status.container_statuses if pod and pod.status else None) or []
        return [status.state.terminated.exit_code for status in statuses if status.state.terminated]


def lidc(task_id, *arguments, retries):
    """A pod that runs one command of the program, under the Pod Security Standard "restricted"."""
    return LidcOperator(
        task_id=task_id,
        name=f"lidc-{task_id}",
        namespace="lidc",
        image="lidc-pipeline:latest",
        arguments=list(arguments),
        labels={"app.kubernetes.io/name": "lidc", "app.kubernetes.io/component": task_id},
        service_account_name="lidc",
        automount_service_account_token=False,
        env_vars=SETTINGS,
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "500m", "memory": "1Gi"},
            limits={"cpu": "2", "memory": "1Gi", "ephemeral-storage": "4Gi"},
        ),
        security_context=k8s.V1PodSecurityContext(
            run_as_non_root=True,
            run_as_user=10001,
            run_as_group=10001,
            fs_group=10001,
            seccomp_profile=k8s.V1SeccompProfile(type="RuntimeDefault"),
        ),
        container_security_context=k8s.V1SecurityContext(
            allow_privilege_escalation=False,
            read_only_root_filesystem=True,
            capabilities=k8s.V1Capabilities(drop=["ALL"]),
        ),
        volumes=[
            k8s.V1Volume(name="secrets", secret=k8s.V1SecretVolumeSource(secret_name="lidc", default_mode=0o440)),
            k8s.V1Volume(
                name="outputs",
                persistent_volume_claim=k8s.V1PersistentVolumeClaimVolumeSource(claim_name="lidc-outputs"),
            ),
            k8s.V1Volume(name="tmp", empty_dir=k8s.V1EmptyDirVolumeSource(size_limit="1Gi")),
        ],
        volume_mounts=[
            k8s.V1VolumeMount(name="secrets", mount_path="/run/secrets/lidc", read_only=True),
            k8s.V1VolumeMount(name="outputs", mount_path="/opt/lidc/outputs"),
            k8s.V1VolumeMount(name="tmp", mount_path="/tmp"),
        ],
        termination_grace_period=30,
        on_finish_action="delete_succeeded_pod",
        retries=retries,
        retry_delay=pendulum.duration(minutes=1),
        retry_exponential_backoff=True,
    )


with DAG(
    dag_id="lidc",
    schedule="15 1 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
):
    lidc("ingest", "ingest", "s3://bucket/prefix", retries=3) >> lidc("report", "report", retries=1)

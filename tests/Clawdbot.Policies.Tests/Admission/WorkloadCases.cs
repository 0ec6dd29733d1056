using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Good and bad ways to make, replace and remove pods.</summary>
internal static class WorkloadCases
{
    private const string Update = "spec.strategy.rollingUpdate";

    private static readonly Sample Deployment = Workloads.Deployment;

    private static readonly Sample Job = Sample.Manifest("""
        apiVersion: batch/v1
        kind: Job
        metadata: { name: once, namespace: shop }
        spec:
          ttlSecondsAfterFinished: 3600
          template:
            spec: { restartPolicy: Never, serviceAccountName: once, containers: [{ name: once, image: a:1 }] }
        """);

    private static readonly Sample CronJob = Sample.Manifest("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: nightly, namespace: shop }
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                spec: { restartPolicy: Never, serviceAccountName: nightly, containers: [{ name: nightly, image: a:1 }] }
        """);

    private static readonly Sample Pod = Sample.Manifest("""
        apiVersion: v1
        kind: Pod
        metadata: { name: web-1, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: a, controller: true }] }
        spec: { serviceAccountName: web, containers: [{ name: web, image: a:1 }] }
        """);

    /// <summary>The cases.</summary>
    public static AdmissionCase[] All =>
    [
        Fine("workload-service-account", "an account of its own", Deployment),
        Bad("workload-service-account", "no account", Deployment.Without("spec.template.spec.serviceAccountName")),
        Bad("workload-service-account", "everybody's account", Deployment.With("spec.template.spec.serviceAccountName", "default")),
        Fine("workload-service-account", "the field's old name", CronJob.Without("spec.jobTemplate.spec.template.spec.serviceAccountName").With("spec.jobTemplate.spec.template.spec.serviceAccount", "a")),

        Fine("workload-bare-pod", "a pod of a ReplicaSet", Pod),
        Bad("workload-bare-pod", "a pod of nobody", Pod.Without("metadata.ownerReferences")),
        Fine("workload-bare-pod", "a test of a chart", Pod.Without("metadata.ownerReferences").With("metadata.annotations", "{ helm.sh/hook: test }")),

        Fine("workload-rollout", "one pod after the other", Deployment),
        Fine("workload-rollout", "the defaults of the API", Deployment.With(Update, "{ maxSurge: 25%, maxUnavailable: 25% }")),
        Fine("workload-rollout", "no strategy", Deployment.Without("spec.strategy")),
        Bad("workload-rollout", "all pods at once", Deployment.With($"{Update}.maxUnavailable", "100%")),
        Bad("workload-rollout", "as many pods as there are", Deployment.With($"{Update}.maxUnavailable", "3")),
        Bad("workload-rollout", "no step at all", Deployment.With(Update, "{ maxSurge: 0, maxUnavailable: 0% }")),
        Bad("workload-rollout", "a stop of several pods", Deployment.With("spec.strategy", "{ type: Recreate }")),
        Fine("workload-rollout", "a stop of the only pod", Deployment.With("spec.strategy", "{ type: Recreate }").With("spec.replicas", "1")),

        Fine("job-ttl", "a time", Job),
        Bad("job-ttl", "no time", Job.Without("spec.ttlSecondsAfterFinished")),
        Fine("job-ttl", "a job of a CronJob", Job.Without("spec.ttlSecondsAfterFinished").With("metadata.ownerReferences", "[{ apiVersion: batch/v1, kind: CronJob, name: a, uid: a }]")),
        Fine("job-ttl", "a hook of a chart", Job.Without("spec.ttlSecondsAfterFinished").With("metadata.annotations", "{ helm.sh/hook: pre-install }")),
        Fine("job-ttl", "the history of a CronJob", CronJob),
        Bad("job-ttl", "a long history", CronJob.With("spec.failedJobsHistoryLimit", "1000")),
        Fine("job-ttl", "a long history with a time", CronJob.With("spec.failedJobsHistoryLimit", "1000").With("spec.jobTemplate.spec.ttlSecondsAfterFinished", "60")),
    ];

    private static AdmissionCase Bad(string twin, string what, Sample sample) => new(twin, what, Breaks: true, sample);

    private static AdmissionCase Fine(string twin, string what, Sample sample) => new(twin, what, Breaks: false, sample);
}

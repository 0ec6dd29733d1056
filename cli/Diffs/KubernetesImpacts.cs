using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>
/// Rows for the kinds of Kubernetes itself. What cannot be changed in place is the union of what the API server refuses and of what the Pulumi
/// provider replaces (https://github.com/pulumi/pulumi-kubernetes, provider/pkg/provider/diff.go).
/// </summary>
internal static class KubernetesImpacts
{
    private const string NewPods = "a changed pod template gives every pod a successor";
    private const string Immutable = "the API server refuses the change, so the object is replaced";
    private const string NextRollout = "steers later rollouts; the running pods stay";
    private const string WatchedByController = "a controller watches the object and applies it to what runs";
    private const string Gap = "the object is missing for a moment; the pods stay";

    /// <summary>The rows; within a kind the exact ones first.</summary>
    public static ImmutableArray<ImpactRow> Rows { get; } =
    [
        new(Impacts.AnyKubernetes, "metadata.name", Effect.Replace, "another name is another object"),
        new(Impacts.AnyKubernetes, "metadata.namespace", Effect.Replace, "another namespace is another object"),
        new(Impacts.AnyKubernetes, "kind", Effect.Replace, "another kind is another object"),
        new(Impacts.AnyKubernetes, "apiVersion", Effect.InPlace, "another version of the API shows the same object"),
        new(Impacts.AnyKubernetes, "metadata", Effect.InPlace, "labels and annotations of the object itself restart nothing"),

        new("apps/Deployment", "spec.replicas", Effect.Scale, "only the difference starts or stops"),
        new("apps/Deployment", "spec.template", Effect.Rollout, NewPods),
        new("apps/Deployment", "spec.selector", Effect.Replace, Immutable),
        new("apps/Deployment", "spec.strategy", Effect.InPlace, NextRollout),
        new("apps/Deployment", "spec.minReadySeconds", Effect.InPlace, NextRollout),
        new("apps/Deployment", "spec.progressDeadlineSeconds", Effect.InPlace, NextRollout),
        new("apps/Deployment", "spec.revisionHistoryLimit", Effect.InPlace, "only old revisions are kept or dropped"),
        new("apps/Deployment", "spec.paused", Effect.InPlace, NextRollout),
        new("apps/Deployment", ImpactRow.Replaced, Effect.Recreate, "all its pods stop before new ones start"),
        new("apps/Deployment", ImpactRow.Removed, Effect.Stop, "its pods stop for good"),

        new("apps/StatefulSet", "spec.replicas", Effect.Scale, "only the difference starts or stops"),
        new("apps/StatefulSet", "spec.template", Effect.Rollout, NewPods + ", one at a time and each only when the one before is ready, so a quorum stays"),
        new("apps/StatefulSet", "spec.volumeClaimTemplates", Effect.DataLoss, Immutable + "; claims made from the old template keep the old settings, and data must be copied to get the new ones"),
        new("apps/StatefulSet", "spec.selector", Effect.Replace, Immutable),
        new("apps/StatefulSet", "spec.serviceName", Effect.Replace, Immutable),
        new("apps/StatefulSet", "spec.podManagementPolicy", Effect.Replace, Immutable),
        new("apps/StatefulSet", "spec.revisionHistoryLimit", Effect.Replace, "the provider replaces the object"),
        new("apps/StatefulSet", "spec.updateStrategy", Effect.InPlace, NextRollout),
        new("apps/StatefulSet", "spec.minReadySeconds", Effect.InPlace, NextRollout),
        new("apps/StatefulSet", "spec.ordinals", Effect.DataLoss, "members get other numbers, and with them other claims"),
        new("apps/StatefulSet", "spec.persistentVolumeClaimRetentionPolicy", Effect.DataPolicy, "decides whether claims are deleted when members or the set go"),
        new("apps/StatefulSet", ImpactRow.Replaced, Effect.Recreate, "all members stop before new ones start on the same claims; a quorum is lost meanwhile"),
        new("apps/StatefulSet", ImpactRow.Removed, Effect.Stop, "its members stop for good; their claims stay unless the retention policy deletes them"),

        new("apps/DaemonSet", "spec.template", Effect.Rollout, NewPods + ", one node at a time"),
        new("apps/DaemonSet", "spec.selector", Effect.Replace, Immutable),
        new("apps/DaemonSet", "spec.updateStrategy", Effect.InPlace, NextRollout),
        new("apps/DaemonSet", "spec.minReadySeconds", Effect.InPlace, NextRollout),
        new("apps/DaemonSet", "spec.revisionHistoryLimit", Effect.InPlace, "only old revisions are kept or dropped"),
        new("apps/DaemonSet", ImpactRow.Replaced, Effect.Recreate, "its pods stop on all nodes before new ones start"),
        new("apps/DaemonSet", ImpactRow.Removed, Effect.Stop, "its pods stop for good"),

        new("core/Pod", "spec", Effect.Replace, "almost nothing of a pod can be changed"),
        new("core/Pod", ImpactRow.Replaced, Effect.Recreate, "the pod stops before its successor starts"),
        new("core/Pod", ImpactRow.Removed, Effect.Stop, "the pod stops for good"),

        new("batch/Job", "spec.parallelism", Effect.Scale, "only the difference starts or stops"),
        new("batch/Job", "spec.ttlSecondsAfterFinished", Effect.InPlace, "only the clean-up changes"),
        new("batch/Job", "spec.backoffLimit", Effect.InPlace, "only later failures count differently"),
        new("batch/Job", "spec.activeDeadlineSeconds", Effect.InPlace, "only the deadline moves"),
        new("batch/Job", "spec.suspend", Effect.InPlace, "the job pauses or goes on"),
        new("batch/Job", "spec", Effect.NewJob, Immutable + ": the job runs again"),
        new("batch/Job", ImpactRow.Replaced, Effect.NewJob, "the job runs again"),
        new("batch/Job", ImpactRow.Removed, Effect.Stop, "a running job stops"),
        new("batch/CronJob", "spec", Effect.NextRun, "the next run uses it"),
        new("batch/CronJob", ImpactRow.Replaced, Effect.NextRun, "the next run comes from the new object; a running one stops"),
        new("batch/CronJob", ImpactRow.Removed, Effect.InPlace, "no further run starts"),

        new("core/ConfigMap", "data", Effect.Consumers, "the content that pods use"),
        new("core/ConfigMap", "binaryData", Effect.Consumers, "the content that pods use"),
        new("core/ConfigMap", "immutable", Effect.ReplaceObject, Gap),
        new("core/ConfigMap", ImpactRow.Replaced, Effect.Consumers, "pods use it by its name"),
        new("core/ConfigMap", ImpactRow.Removed, Effect.ManualRestart, "a pod that still names it does not start again"),
        new("core/Secret", "data", Effect.Consumers, "the content that pods use"),
        new("core/Secret", "stringData", Effect.Consumers, "the content that pods use"),
        new("core/Secret", "type", Effect.Replace, Immutable),
        new("core/Secret", "immutable", Effect.ReplaceObject, Gap),
        new("core/Secret", ImpactRow.Replaced, Effect.Consumers, "pods use it by its name"),
        new("core/Secret", ImpactRow.Removed, Effect.ManualRestart, "a pod that still names it does not start again"),

        new("core/Service", "spec.clusterIP", Effect.Replace, Immutable),
        new("core/Service", "spec.type", Effect.Replace, "the provider replaces the object"),
        new("core/Service", "spec", Effect.InPlace, "every node's proxy takes it over within seconds; open connections stay"),
        new("core/Service", ImpactRow.Replaced, Effect.ReplaceObject, "the name resolves to nothing for a moment and then to another address; the pods stay"),
        new("core/Service", ImpactRow.Removed, Effect.InPlace, "its name resolves no more; the pods stay"),
        new("core/ServiceAccount", "", Effect.InPlace, "holds for pods that start later"),
        new("core/ServiceAccount", ImpactRow.Replaced, Effect.ManualRestart, "tokens of the old account end; pods get new ones when they restart"),
        new("core/ServiceAccount", ImpactRow.Removed, Effect.ManualRestart, "a pod that still names it does not start again"),
        new("core/Namespace", "spec", Effect.InPlace, "only finalizers"),
        new("core/Namespace", ImpactRow.Replaced, Effect.DataLoss, "everything in it is deleted, claims included"),
        new("core/Namespace", ImpactRow.Removed, Effect.DataLoss, "everything in it is deleted, claims included"),
        new("core/LimitRange", "", Effect.InPlace, "holds for pods that start later"),
        new("core/LimitRange", ImpactRow.Replaced, Effect.ReplaceObject, Gap),
        new("core/LimitRange", ImpactRow.Removed, Effect.InPlace, "holds for pods that start later"),
        new("core/ResourceQuota", "", Effect.InPlace, "holds for pods that start later"),
        new("core/ResourceQuota", ImpactRow.Replaced, Effect.ReplaceObject, Gap),
        new("core/ResourceQuota", ImpactRow.Removed, Effect.InPlace, "holds for pods that start later"),

        new("core/PersistentVolumeClaim", "spec", Effect.DataLoss, "the provider replaces a claim whose spec changes, and the volume goes with it when its reclaim policy is Delete; grow it with kubectl and ignoreChanges instead"),
        new("core/PersistentVolumeClaim", ImpactRow.Replaced, Effect.DataLoss, "the new claim gets an empty volume, and the old one is deleted when its reclaim policy is Delete"),
        new("core/PersistentVolumeClaim", ImpactRow.Removed, Effect.DataLoss, "the volume is deleted when its reclaim policy is Delete"),
        new("core/PersistentVolume", "spec.persistentVolumeReclaimPolicy", Effect.DataPolicy, "decides whether the data is deleted with the claim"),
        new("core/PersistentVolume", "spec.capacity", Effect.InPlace, "the size is only told, not made"),
        new("core/PersistentVolume", "spec.mountOptions", Effect.ManualRestart, "mounts are made when a pod starts"),
        new("core/PersistentVolume", "spec", Effect.DataLoss, Immutable + ", and pods find other data behind the claim"),
        new("core/PersistentVolume", ImpactRow.Replaced, Effect.DataLoss, "claims lose their volume"),
        new("core/PersistentVolume", ImpactRow.Removed, Effect.DataLoss, "claims lose their volume"),
        new("storage.k8s.io/StorageClass", "allowVolumeExpansion", Effect.InPlace, "only later requests to grow"),
        new("storage.k8s.io/StorageClass", "", Effect.DataPolicy, Immutable + "; existing volumes stay as they are, so data must be moved to new claims to get it"),
        new("storage.k8s.io/StorageClass", ImpactRow.Replaced, Effect.DataPolicy, "existing volumes stay as they are; new claims get the new class"),
        new("storage.k8s.io/StorageClass", ImpactRow.Removed, Effect.DataPolicy, "existing volumes stay; new claims of this class wait for ever"),
        new("storage.k8s.io/*", "", Effect.InPlace, WatchedByController),
        new("storage.k8s.io/*", ImpactRow.Replaced, Effect.ReplaceObject, Gap),
        new("storage.k8s.io/*", ImpactRow.Removed, Effect.InPlace, WatchedByController),

        .. Watched("networking.k8s.io/*", "the nodes' network and the ingress controller take it over within seconds"),
        new("networking.k8s.io/NetworkPolicy", ImpactRow.Added, Effect.InPlace, "it binds pods that run already"),
        .. Watched("policy/*", "holds for the next eviction"),
        new("policy/PodDisruptionBudget", ImpactRow.Added, Effect.InPlace, "holds for the next eviction"),
        .. Watched("autoscaling/*", "the number of pods follows within a minute; pods that stay do not restart"),
        new("autoscaling/HorizontalPodAutoscaler", ImpactRow.Added, Effect.InPlace, "the number of pods follows within a minute"),
        new("rbac.authorization.k8s.io/*", "roleRef", Effect.ReplaceObject, Immutable + "; its subjects lack the rights for a moment"),
        .. Watched("rbac.authorization.k8s.io/*", "the API server applies rights to the next request"),
        .. Watched("scheduling.k8s.io/*", "holds for pods that start later"),
        .. Watched("admissionregistration.k8s.io/*", "holds for the next object that is written"),
        new("apiextensions.k8s.io/CustomResourceDefinition", "", Effect.InPlace, "the API server serves the new schema at once"),
        new("apiextensions.k8s.io/CustomResourceDefinition", ImpactRow.Replaced, Effect.DataLoss, "all objects of this kind are deleted, and what they stand for"),
        new("apiextensions.k8s.io/CustomResourceDefinition", ImpactRow.Removed, Effect.DataLoss, "all objects of this kind are deleted, and what they stand for"),
    ];

    /// <summary>Rows of kinds in which nothing runs.</summary>
    internal static IEnumerable<ImpactRow> Watched(string kind, string reason) =>
    [
        new(kind, "", Effect.InPlace, reason),
        new(kind, ImpactRow.Replaced, Effect.ReplaceObject, Gap),
        new(kind, ImpactRow.Removed, Effect.InPlace, reason),
    ];
}

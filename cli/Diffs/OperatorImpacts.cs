using System.Collections.Immutable;

namespace Clawdbot.Cli.Diffs;

/// <summary>Rows for objects that operators and charts act on.</summary>
internal static class OperatorImpacts
{
    private const string DaemonsRestart = "Rook restarts the daemons one failure domain at a time, so three copies keep the data readable";
    private const string AllDataGone = "the file system and the models in it are deleted";
    private const string Drift = "Karpenter replaces nodes that differ from it, one after the other";

    /// <summary>The rows; within a kind the exact ones first.</summary>
    public static ImmutableArray<ImpactRow> Rows { get; } =
    [
        new("monitoring.coreos.com/Prometheus", "", Effect.OperatorRollout, "the Prometheus operator replaces its pods one by one"),
        new("monitoring.coreos.com/Prometheus", ImpactRow.Replaced, Effect.DataLoss, "its recorded metrics go with its claims"),
        new("monitoring.coreos.com/Prometheus", ImpactRow.Removed, Effect.DataLoss, "its recorded metrics go with its claims"),
        new("monitoring.coreos.com/Alertmanager", "", Effect.OperatorRollout, "the Prometheus operator replaces its pods one by one"),
        new("monitoring.coreos.com/Alertmanager", ImpactRow.Replaced, Effect.OperatorRollout, "its pods stop before new ones start; silences are lost"),
        new("monitoring.coreos.com/Alertmanager", ImpactRow.Removed, Effect.OperatorRollout, "its pods stop for good"),
        .. KubernetesImpacts.Watched("monitoring.coreos.com/*", "the Prometheus operator reloads rules and targets without a restart"),
        .. KubernetesImpacts.Watched("keda.sh/*", "KEDA applies it at its next look; pods that stay do not restart"),
        new("keda.sh/ScaledObject", ImpactRow.Added, Effect.InPlace, "the number of pods follows from now on"),

        new("cert-manager.io/Certificate", "spec.secretName", Effect.ManualRestart, "the certificate comes in another Secret, which pods must be told"),
        new("cert-manager.io/Certificate", "spec.issuerRef", Effect.ManualRestart, "both sides must trust the other issuer first; programs read its certificate when they start"),
        new("cert-manager.io/Certificate", "", Effect.InPlace, "a new certificate is issued into the same Secret, and mounted files follow within about a minute"),
        new("cert-manager.io/Certificate", ImpactRow.Replaced, Effect.InPlace, "a new certificate is issued into the Secret"),
        new("cert-manager.io/Certificate", ImpactRow.Removed, Effect.InPlace, "the certificate is not renewed any more and ends at its date"),
        .. KubernetesImpacts.Watched("cert-manager.io/*", "holds for certificates that are issued later"),

        new("ceph.rook.io/CephCluster", "spec.dataDirHostPath", Effect.DataLoss, "the daemons do not find their data under another path"),
        new("ceph.rook.io/CephCluster", "spec.network", Effect.DataLoss, "Rook does not move a running cluster to another network; monitors lose each other"),
        new("ceph.rook.io/CephCluster", "spec.storage", Effect.DataMove, "disks join or leave, and Ceph moves data between them while it serves"),
        new("ceph.rook.io/CephCluster", "spec.cleanupPolicy", Effect.DataPolicy, "decides whether the disks are wiped with the cluster"),
        new("ceph.rook.io/CephCluster", "spec.monitoring", Effect.InPlace, "only what is measured"),
        new("ceph.rook.io/CephCluster", "spec.dashboard", Effect.InPlace, "only the page of the manager"),
        new("ceph.rook.io/CephCluster", "spec.disruptionManagement", Effect.InPlace, "holds for the next eviction"),
        new("ceph.rook.io/CephCluster", "spec.healthCheck", Effect.InPlace, "only how often daemons are looked at"),
        new("ceph.rook.io/CephCluster", "", Effect.OperatorRollout, DaemonsRestart),
        new("ceph.rook.io/CephCluster", ImpactRow.Replaced, Effect.DataLoss, AllDataGone),
        new("ceph.rook.io/CephCluster", ImpactRow.Removed, Effect.DataLoss, AllDataGone),
        new("ceph.rook.io/CephFilesystem", "spec.metadataServer", Effect.OperatorRollout, "Rook replaces the metadata servers; the standby takes over, and clients wait for some seconds"),
        new("ceph.rook.io/CephFilesystem", "spec.metadataPool", Effect.DataMove, "Ceph rewrites the copies while it serves; another failure domain moves all of them"),
        new("ceph.rook.io/CephFilesystem", "spec.dataPools", Effect.DataMove, "Ceph rewrites the copies while it serves; a pool that is taken away goes with its data"),
        new("ceph.rook.io/CephFilesystem", "spec.preserveFilesystemOnDelete", Effect.DataPolicy, "decides whether the data stays when the object goes"),
        new("ceph.rook.io/CephFilesystem", "spec.preservePoolsOnDelete", Effect.DataPolicy, "decides whether the data stays when the object goes"),
        new("ceph.rook.io/*", "", Effect.DataMove, "Ceph changes how it stores data while it serves"),
        new("ceph.rook.io/*", ImpactRow.Replaced, Effect.DataLoss, AllDataGone),
        new("ceph.rook.io/*", ImpactRow.Removed, Effect.DataLoss, AllDataGone),

        new("karpenter.sh/NodePool", "spec.template", Effect.NodeRollout, Drift),
        new("karpenter.sh/NodePool", "spec", Effect.InPlace, "holds for later decisions to add or remove nodes"),
        new("karpenter.sh/NodePool", ImpactRow.Replaced, Effect.NodeReplace, "its nodes go before others come"),
        new("karpenter.sh/NodePool", ImpactRow.Removed, Effect.NodeReplace, "its nodes go"),
        new("karpenter.k8s.aws/EC2NodeClass", "", Effect.NodeRollout, Drift),
        new("karpenter.k8s.aws/EC2NodeClass", ImpactRow.Replaced, Effect.NodeReplace, "nodes of this class go before others come"),
        new("karpenter.k8s.aws/EC2NodeClass", ImpactRow.Removed, Effect.NodeReplace, "nodes of this class go"),

        new("helm.sh/Release", "name", Effect.Replace, "another name is another release"),
        new("helm.sh/Release", "namespace", Effect.Replace, "another namespace is another release"),
        new("helm.sh/Release", "timeout", Effect.Nothing, "only how long the installation may take"),
        new("helm.sh/Release", "atomic", Effect.Nothing, "only what happens to a failed installation"),
        new("helm.sh/Release", "cleanupOnFail", Effect.Nothing, "only what happens to a failed installation"),
        new("helm.sh/Release", "skipAwait", Effect.Nothing, "only whether the deployment waits"),
        new("helm.sh/Release", "maxHistory", Effect.Nothing, "only old revisions are kept or dropped"),
        new("helm.sh/Release", "", Effect.OperatorRollout, "the chart decides which of its pods restart; assume all of them"),
        new("helm.sh/Release", ImpactRow.Replaced, Effect.OperatorRollout, "the chart is uninstalled and installed again; what it manages is without it meanwhile"),
        new("helm.sh/Release", ImpactRow.Removed, Effect.OperatorRollout, "the chart is uninstalled; what it manages is without it"),
        new("helm.sh/*", "", Effect.OperatorRollout, "the chart decides which of its pods restart; assume all of them"),
        new("helm.sh/*", ImpactRow.Replaced, Effect.OperatorRollout, "the chart's objects are deleted and made again"),
        new("helm.sh/*", ImpactRow.Removed, Effect.OperatorRollout, "the chart's objects are deleted"),
    ];
}

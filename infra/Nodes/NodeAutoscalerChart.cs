using System.Collections.Immutable;
using System.Globalization;

namespace Clawdbot.Infra.Nodes;

/// <summary>The chart of a node autoscaler, for whoever installs the charts of a cluster. Its AWS identity comes from Pod Identity, so no value names a role.</summary>
/// <param name="Repository">Repository of the chart; empty for a chart from an OCI registry.</param>
/// <param name="Chart">Name of the chart, or its OCI address.</param>
/// <param name="Version">Version of the chart.</param>
/// <param name="Namespace">Namespace to install to, which the Pod Identity association names.</param>
/// <param name="Values">Values of the chart.</param>
public sealed record NodeAutoscalerChart(string Repository, string Chart, string Version, string Namespace, ImmutableDictionary<string, object> Values)
{
    /// <summary>Service account and release of cluster-autoscaler.</summary>
    public const string ClusterAutoscalerName = "cluster-autoscaler";

    /// <summary>Service account and release of Karpenter.</summary>
    public const string KarpenterName = "karpenter";

    /// <summary>The chart that a cluster wants; null when nothing scales nodes.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="drainSeconds">Longest time that a pod may take to end, in seconds; cluster-autoscaler kills after ten minutes unless told.</param>
    public static NodeAutoscalerChart? For(EksClusterSpec cluster, int drainSeconds)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return cluster.Autoscaler switch
        {
            NodeAutoscaler.ClusterAutoscaler => new NodeAutoscalerChart("https://kubernetes.github.io/autoscaler", ClusterAutoscalerName, AutoscalerDefaults.ClusterAutoscalerChartVersion,
                EksClusterDefaults.AddOnNamespace, Map(
                    ("fullnameOverride", ClusterAutoscalerName),
                    ("cloudProvider", "aws"),
                    ("awsRegion", cluster.Region),
                    ("replicaCount", AutoscalerDefaults.Replicas),
                    ("autoDiscovery", Map(("clusterName", cluster.Name))),
                    ("rbac", Map(("serviceAccount", Map(("name", ClusterAutoscalerName))))),
                    ("extraArgs", Map(
                        ("balance-similar-node-groups", true),
                        ("expander", "least-waste"),
                        ("max-graceful-termination-sec", drainSeconds),
                        ("scale-down-unneeded-time", string.Create(CultureInfo.InvariantCulture, $"{AutoscalerDefaults.IdleSeconds}s")),
                        ("skip-nodes-with-local-storage", false))),
                    ("resources", Resources("100m", "600Mi")))),
            NodeAutoscaler.Karpenter => new NodeAutoscalerChart("", "oci://public.ecr.aws/karpenter/karpenter", AutoscalerDefaults.KarpenterChartVersion,
                EksClusterDefaults.AddOnNamespace, Map(
                    ("replicas", AutoscalerDefaults.Replicas),
                    ("serviceAccount", Map(("name", KarpenterName))),
                    ("settings", Map(
                        ("clusterName", cluster.Name),
                        ("interruptionQueue", cluster.Name),
                        ("featureGates", Map(("nodeRepair", true), ("reservedCapacity", true))))),
                    ("controller", Map(("resources", Resources("500m", "1Gi")))))),
            _ => null,
        };
    }

    private static ImmutableDictionary<string, object> Resources(string cpu, string memory) => Map(
        ("requests", Map(("cpu", cpu), ("memory", memory))),
        ("limits", Map(("memory", memory))));

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
}

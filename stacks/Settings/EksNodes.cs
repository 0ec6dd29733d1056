using System.Collections.Immutable;
using System.Globalization;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Joins what the settings say about an EKS cluster, its GPU nodes and the pools on them.</summary>
internal static class EksNodes
{
    /// <summary>The nodes of one SKU, with what its servers need of a node.</summary>
    /// <param name="target">The cluster.</param>
    /// <param name="nodes">What the settings say about the nodes.</param>
    /// <param name="pools">All pools; those of other SKUs are passed over.</param>
    internal static GpuNodePoolSpec Spec(ClusterTarget.Eks target, GpuNodeSettings nodes, IEnumerable<ModelPoolSpec> pools)
    {
        var own = pools.Where(pool => pool.Sku == nodes.Sku && pool.GpusPerReplica > 0).ToList();
        var zones = nodes.Zones.IsEmpty
            ? nodes.Capacity is GpuCapacity.CapacityBlock { Zone: { Length: > 0 } zone } ? [zone] : target.Cluster.Zones
            : nodes.Zones;
        return new GpuNodePoolSpec
        {
            Cluster = target.Cluster.Name,
            Region = target.Cluster.Region,
            Sku = nodes.Sku,
            GpusPerNode = nodes.GpusPerNode,
            Count = nodes.Count,
            Zones = zones,
            Minimum = nodes.Minimum,
            Maximum = nodes.Maximum,
            InstanceType = nodes.InstanceType,
            Capacity = nodes.Capacity ?? new GpuCapacity.OnDemand(),
            AmiFamily = nodes.AmiFamily ?? NodeAmiFamily.AmazonLinux2023,
            Volume = nodes.Volume ?? GpuNodePoolDefaults.Volume,
            Autoscaler = target.Cluster.Autoscaler,
            // A node is never fuller than with the servers of the one pool that needs most of it.
            ServersCpu = own.Select(pool => nodes.GpusPerNode / pool.GpusPerReplica * pool.Cpu).DefaultIfEmpty().Max(),
            ServersMemoryGiB = own.Select(pool => nodes.GpusPerNode / pool.GpusPerReplica * pool.MemoryGiB).DefaultIfEmpty().Max(),
            DrainSeconds = own.Select(pool => pool.Drain.GracePeriodSeconds).DefaultIfEmpty().Max(),
        };
    }

    /// <summary>All mistakes in cluster and nodes, and settings for EKS that another target would pass over in silence.</summary>
    /// <param name="target">Where the stack runs; null when it could not be read.</param>
    /// <param name="nodes">What the settings say about the nodes.</param>
    /// <param name="pools">The pools that could be planned.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    internal static IEnumerable<Diagnostic> Check(ClusterTarget? target, ImmutableArray<GpuNodeSettings> nodes, ImmutableArray<ModelPoolSpec> pools, string remedy) => target switch
    {
        null => [],
        ClusterTarget.Eks eks =>
        [
            .. EksClusterRules.Check(eks.Cluster, "clawdbot:cluster", remedy),
            // Region and zones are the cluster's, and were judged there.
            .. eks.StorageNodes is { } storage ? StorageNodePoolRules.Check(storage, "clawdbot:cluster.storageNodes", remedy).Where(IsAboutNodes) : [],
            .. nodes.SelectMany((entry, index) => CheckOne(eks, entry, Path(index), pools, remedy)),
        ],
        _ => nodes.SelectMany((entry, index) => CheckUnused(entry, Path(index), remedy)),
    };

    private static IEnumerable<Diagnostic> CheckOne(ClusterTarget.Eks target, GpuNodeSettings nodes, string path, ImmutableArray<ModelPoolSpec> pools, string remedy)
    {
        // Names and sizes that other rules have refused would only be refused again.
        if (nodes.Sku.Length == 0 || !ModelPoolDefaults.NodeCount.Contains(nodes.Count) || !ModelPoolDefaults.GpusPerNode.Contains(nodes.GpusPerNode))
            return [];
        var spec = Spec(target, nodes, pools);
        var found = target.Cluster.Autoscaler is NodeAutoscaler.Karpenter ? KarpenterGpuPoolRules.Check(spec, path, remedy) : GpuNodePoolRules.Check(spec, path, remedy);
        var findings = new Findings(path, remedy);
        foreach (var zone in spec.Zones.Except(target.Cluster.Zones).Where(zone => !target.Cluster.Zones.IsEmpty && target.Cluster.Zones.All(own => AwsNames.IsZoneOf(own, target.Cluster.Region))).Where(zone => AwsNames.IsZoneOf(zone, target.Cluster.Region)))
            findings.Add(DiagnosticIds.ContradictorySettings, "zones", $"'{zone}'", $"zones of clawdbot:cluster.zones: {string.Join(", ", target.Cluster.Zones)}");
        // Zones of the cluster were judged there too; that a reservation has only one is about the nodes.
        var follows = nodes.Zones.IsEmpty && nodes.Capacity is not GpuCapacity.CapacityBlock;
        found = [.. found.Where(diagnostic => !follows || diagnostic.Id == NodesDiagnosticIds.InvalidReservation || !diagnostic.Subject.Contains(".zones", StringComparison.Ordinal))];
        return [.. found.Where(diagnostic => !diagnostic.Subject.EndsWith(".region", StringComparison.Ordinal) && (diagnostic.Id != DiagnosticIds.UnknownGpuSku || nodes.Card is not null)), .. findings.Diagnostics];
    }

    private static IReadOnlyList<Diagnostic> CheckUnused(GpuNodeSettings nodes, string path, string remedy)
    {
        var findings = new Findings(path, remedy);
        (string Key, bool IsSet)[] keys =
        [
            ("minimum", nodes.Minimum is not null), ("maximum", nodes.Maximum is not null), ("instanceType", nodes.InstanceType is not null), ("capacity", nodes.Capacity is not null),
            ("zones", !nodes.Zones.IsEmpty), ("amiFamily", nodes.AmiFamily is not null), ("volume", nodes.Volume is not null),
        ];
        foreach (var (key, _) in keys.Where(key => key.IsSet))
            findings.Add(DiagnosticIds.ContradictorySettings, key, "set", "nothing, unless clawdbot:cluster.kind is 'eks'", "Only a cluster that the stack makes has nodes that it can choose.");
        return findings.Diagnostics;
    }

    private static bool IsAboutNodes(Diagnostic diagnostic) => !diagnostic.Subject.Contains(".zones", StringComparison.Ordinal) && !diagnostic.Subject.EndsWith(".region", StringComparison.Ordinal);

    private static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"clawdbot:gpuNodes[{index}]");
}

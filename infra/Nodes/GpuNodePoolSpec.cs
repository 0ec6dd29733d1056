using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;

namespace Clawdbot.Infra.Nodes;

/// <summary>The EKS nodes of one GPU SKU; every value is known when the stack is planned.</summary>
public sealed record GpuNodePoolSpec
{
    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Region of the cluster.</summary>
    public required string Region { get; init; }

    /// <summary>GPU SKU, a name of <see cref="GpuCatalog"/>; it becomes the label <c>clawdbot.dev/gpu-sku</c>.</summary>
    public required string Sku { get; init; }

    /// <summary>GPUs of one node.</summary>
    public required int GpusPerNode { get; init; }

    /// <summary>Nodes; with an autoscaler, nodes at the start.</summary>
    public required int Count { get; init; }

    /// <summary>Zones of the nodes: several spread them, one keeps them by their storage.</summary>
    /// <value>1 to 3, distinct.</value>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>Fewest nodes that the autoscaler leaves; 0 lets it take all.</summary>
    /// <value>Default: null, <see cref="Count"/>. Karpenter knows no fewest.</value>
    public int? Minimum { get; init; }

    /// <summary>Most nodes that the autoscaler makes.</summary>
    /// <value>Default: null, <see cref="Count"/>.</value>
    public int? Maximum { get; init; }

    /// <summary>EC2 instance type.</summary>
    /// <value>Default: null, the cheapest type of the catalogue with these GPUs and what the servers need.</value>
    public string? InstanceType { get; init; }

    /// <summary>How the nodes are bought.</summary>
    /// <value>Default: on demand.</value>
    public GpuCapacity Capacity { get; init; } = new GpuCapacity.OnDemand();

    /// <summary>Operating system.</summary>
    /// <value>Default: Amazon Linux 2023.</value>
    public NodeAmiFamily AmiFamily { get; init; }

    /// <summary>Volume for images and containers.</summary>
    /// <value>Default: 200 GiB, 500 MiB/s, 3000 IOPS.</value>
    public NodeVolume Volume { get; init; } = GpuNodePoolDefaults.Volume;

    /// <summary>The cluster's autoscaler.</summary>
    /// <value>Default: none.</value>
    public NodeAutoscaler Autoscaler { get; init; } = new NodeAutoscaler.None();

    /// <summary>Processor cores that the servers of one node ask for together.</summary>
    /// <value>Default: 0, unknown.</value>
    public int ServersCpu { get; init; }

    /// <summary>Main memory that the servers of one node ask for together, in GiB.</summary>
    /// <value>Default: 0, unknown.</value>
    public int ServersMemoryGiB { get; init; }

    /// <summary>Longest time that a server on these nodes needs to end, in seconds.</summary>
    /// <value>Default: 0, unknown.</value>
    public int DrainSeconds { get; init; }

    /// <summary>The instance type that is used; null when the catalogue has none.</summary>
    public AwsInstanceType? Type => InstanceType is { } name
        ? AwsInstances.All.FirstOrDefault(type => type.Name == name)
        : Candidates.FirstOrDefault(HoldsServers) ?? Candidates.FirstOrDefault();

    /// <summary>Whether nodes can start now: always, but with a capacity block only while it runs.</summary>
    public bool CanStart => Capacity is not GpuCapacity.CapacityBlock { Active: false };

    /// <summary>Fewest nodes. A capacity block ends by itself, so its group must be able to shrink to nothing.</summary>
    public int MinimumNodes => Capacity is GpuCapacity.CapacityBlock ? 0 : Minimum ?? Count;

    /// <summary>Most nodes.</summary>
    public int MaximumNodes => Maximum ?? Count;

    /// <summary>Nodes at the start.</summary>
    public int DesiredNodes => CanStart ? Count : 0;

    /// <summary>US dollars per hour of all nodes on demand; null when AWS has no such price.</summary>
    public double? PricePerHour => Type?.PricePerHour * Count;

    internal IEnumerable<AwsInstanceType> Candidates => AwsInstances.WithGpu(Sku).Where(type => type.Gpus == GpusPerNode);

    internal bool HoldsServers(AwsInstanceType type) =>
        ServersCpu <= GpuNodePoolDefaults.UsableCpu(type) && ServersMemoryGiB <= GpuNodePoolDefaults.UsableMemoryGiB(type);
}

using System.Collections.Immutable;

namespace Clawdbot.Infra.Nodes;

/// <summary>The EKS nodes for the Ceph daemons.</summary>
public sealed record StorageNodePoolSpec
{
    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Region of the cluster.</summary>
    public required string Region { get; init; }

    /// <summary>Zones of the nodes; each gets as many as the others.</summary>
    /// <value>Exactly 3, distinct.</value>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>Nodes, a multiple of the zones.</summary>
    /// <value>3 to 30; default: 3.</value>
    public int Count { get; init; } = StorageNodePoolDefaults.Count;

    /// <summary>EC2 instance type with at least 4 processors and 16 GiB.</summary>
    /// <value>Default: m7i.xlarge.</value>
    public string InstanceType { get; init; } = StorageNodePoolDefaults.InstanceType;

    /// <summary>Volume for images and containers; the data of Ceph lies on volumes of its own.</summary>
    /// <value>Default: 100 GiB, 250 MiB/s, 3000 IOPS.</value>
    public NodeVolume Volume { get; init; } = StorageNodePoolDefaults.Volume;
}

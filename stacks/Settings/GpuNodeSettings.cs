using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Nodes;

namespace Clawdbot.Stacks.Settings;

/// <summary>The nodes of one GPU SKU; a stack has one entry for each SKU.</summary>
/// <param name="Sku">GPU SKU, as in the node label <c>clawdbot.dev/gpu-sku</c>.</param>
/// <param name="Count">Nodes, 1 to 1000.</param>
/// <param name="GpusPerNode">GPUs of one node, 1 to 16.</param>
public sealed record GpuNodeSettings(string Sku, int Count, int GpusPerNode)
{
    /// <summary>US dollars for one GPU and hour.</summary>
    /// <value>Default: null, the on-demand price of AWS where it has the card.</value>
    public double? PricePerGpuHour { get; init; }

    /// <summary>The card, when the catalogue does not have it or has other figures.</summary>
    /// <value>Default: null, the catalogue's.</value>
    public GpuSku? Card { get; init; }

    /// <summary>Fewest nodes that an autoscaler of an EKS cluster leaves.</summary>
    /// <value>Default: null, <see cref="Count"/>.</value>
    public int? Minimum { get; init; }

    /// <summary>Most nodes that an autoscaler of an EKS cluster makes.</summary>
    /// <value>Default: null, <see cref="Count"/>.</value>
    public int? Maximum { get; init; }

    /// <summary>EC2 instance type of EKS nodes.</summary>
    /// <value>Default: null, the cheapest that has the GPUs and holds the servers.</value>
    public string? InstanceType { get; init; }

    /// <summary>How EKS nodes are bought.</summary>
    /// <value>Default: null, on demand.</value>
    public GpuCapacity? Capacity { get; init; }

    /// <summary>Zones of EKS nodes.</summary>
    /// <value>Default: empty, the cluster's; with a capacity block, its own.</value>
    public ImmutableArray<string> Zones { get; init; } = [];

    /// <summary>Operating system of EKS nodes.</summary>
    /// <value>Default: null, Amazon Linux 2023.</value>
    public NodeAmiFamily? AmiFamily { get; init; }

    /// <summary>Volume of EKS nodes for images and containers.</summary>
    /// <value>Default: null, that of <see cref="GpuNodePoolDefaults"/>.</value>
    public NodeVolume? Volume { get; init; }
}

using Clawdbot.Infra.Nodes;

namespace Clawdbot.Infra.Tests.Testing;

/// <summary>Valid clusters and nodes to vary in tests.</summary>
public static class NodeSpecs
{
    public const string Administrator = "arn:aws:iam::123456789012:role/platform/admin";

    public static EksClusterSpec Cluster { get; } = new()
    {
        Name = "clawdbot-prod",
        AccountId = "123456789012",
        Region = "eu-central-1",
        Zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
        Administrators = [Administrator],
    };

    public static GpuNodePoolSpec Gpu { get; } = new()
    {
        Cluster = Cluster.Name,
        Region = Cluster.Region,
        Sku = "a10g",
        GpusPerNode = 1,
        Count = 3,
        Zones = Cluster.Zones,
        ServersCpu = 3,
        ServersMemoryGiB = 12,
        DrainSeconds = 150,
    };

    public static GpuNodePoolSpec Block { get; } = Gpu with
    {
        Sku = "h200",
        GpusPerNode = 8,
        Zones = ["eu-central-1b"],
        Capacity = new GpuCapacity.CapacityBlock("cr-0123456789abcdef0", "eu-central-1b", Active: true),
    };

    public static StorageNodePoolSpec Storage { get; } = new() { Cluster = Cluster.Name, Region = Cluster.Region, Zones = Cluster.Zones };
}

using System.Collections.Immutable;
using Clawdbot.Infra.Nodes;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:cluster</c> of kind <c>eks</c>.</summary>
internal static class EksReader
{
    internal static ImmutableArray<string> Keys { get; } =
    [
        "name", "accountId", "region", "zones", "administrators", "viewers", "kubernetesVersion", "vpcCidr", "serviceCidr", "publicAccessCidrs", "privateAccessCidrs",
        "logRetentionDays", "autoscaler", "systemNodes", "systemInstanceType", "storageNodes", "addOnVersions", "deletionProtection",
    ];

    internal static ImmutableArray<string> StorageKeys { get; } = ["count", "instanceType"];

    internal static ImmutableArray<string> Autoscalers { get; } = ["none", "clusterAutoscaler", "karpenter"];

    /// <summary>After a mistake the figures are those of a cluster that no rule objects to; the stack is refused anyway.</summary>
    internal static ClusterTarget.Eks Read(SettingsObject entry)
    {
        var name = entry.Text("name", "unknown");
        var account = entry.Text("accountId", "000000000000");
        var region = entry.Word("region", "");
        // Without a region the zones say which it is; without zones any will do.
        var zones = entry.Texts("zones", [.. "abc".Select(letter => $"{(region.Length == 0 ? AnyRegion : region)}{letter}")]);
        if (region.Length == 0)
            region = zones is [{ Length: > 1 } zone, ..] ? zone[..^1] : AnyRegion;
        var cluster = new EksClusterSpec
        {
            Name = name,
            AccountId = account,
            Region = region,
            Zones = zones,
            Administrators = entry.Texts("administrators", ["arn:aws:iam::000000000000:role/unknown"]),
            Viewers = entry.OptionalTexts("viewers"),
            KubernetesVersion = entry.OptionalText("kubernetesVersion") ?? EksClusterDefaults.KubernetesVersion,
            VpcCidr = entry.OptionalText("vpcCidr") ?? EksClusterDefaults.VpcCidr,
            ServiceCidr = entry.OptionalText("serviceCidr") ?? EksClusterDefaults.ServiceCidr,
            PublicAccessCidrs = entry.OptionalTexts("publicAccessCidrs"),
            PrivateAccessCidrs = entry.OptionalTexts("privateAccessCidrs"),
            LogRetentionDays = entry.OptionalInteger("logRetentionDays") ?? EksClusterDefaults.LogRetentionDays,
            Autoscaler = ReadAutoscaler(entry),
            SystemNodes = entry.OptionalInteger("systemNodes") ?? EksClusterDefaults.SystemNodes,
            SystemInstanceType = entry.OptionalText("systemInstanceType") ?? EksClusterDefaults.SystemInstanceType,
            AddOnVersions = ReadVersions(entry.OptionalTexts("addOnVersions")),
            DeletionProtection = entry.OptionalFlag("deletionProtection") ?? true,
        };
        return new ClusterTarget.Eks(cluster, entry.Has("storageNodes") ? ReadStorage(cluster, entry.Object("storageNodes", StorageKeys)) : null);
    }

    private const string AnyRegion = "us-east-1";

    private static NodeAutoscaler ReadAutoscaler(SettingsObject entry) => (entry.Has("autoscaler") ? entry.Choice("autoscaler", [.. Autoscalers]) : null) switch
    {
        "clusterAutoscaler" => new NodeAutoscaler.ClusterAutoscaler(),
        "karpenter" => new NodeAutoscaler.Karpenter(),
        _ => new NodeAutoscaler.None(),
    };

    private static StorageNodePoolSpec ReadStorage(EksClusterSpec cluster, SettingsObject entry) => new()
    {
        Cluster = cluster.Name,
        Region = cluster.Region,
        Zones = cluster.Zones,
        Count = entry.OptionalInteger("count") ?? StorageNodePoolDefaults.Count,
        InstanceType = entry.OptionalText("instanceType") ?? StorageNodePoolDefaults.InstanceType,
    };

    /// <summary>A text without '=' becomes a name without a version, which the rules refuse with both spelt out.</summary>
    private static ImmutableSortedDictionary<string, string> ReadVersions(ImmutableArray<string> texts)
    {
        var versions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var parts in texts.Select(text => text.Split('=', 2)))
            versions[parts[0]] = parts.Length == 2 ? parts[1] : "";
        return versions.ToImmutable();
    }
}

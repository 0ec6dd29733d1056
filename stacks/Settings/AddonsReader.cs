using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads <c>clawdbot:addons</c>. Every key is optional.</summary>
internal static class AddonsReader
{
    internal static ImmutableArray<string> Keys { get; } =
    [
        "certManager", "gpuSupport", "bottlerocketNodes", "dcgmExporter", "rook", "monitoring", "prometheusRetentionDays", "prometheusStorageGiB",
        "storageClass", "keda", "metricsServer", "nodeScaler", "versions",
    ];

    internal static Dictionary<string, string[]> NodeScalerKeys { get; } = new()
    {
        ["none"] = [],
        ["clusterAutoscaler"] = ["clusterName", "region"],
        ["karpenter"] = ["clusterName", "interruptionQueue"],
    };

    /// <summary>Keys that follow from the rest of the settings where the stack makes the cluster.</summary>
    private static ImmutableArray<string> FollowFromEks { get; } = ["bottlerocketNodes", "metricsServer", "nodeScaler"];

    /// <param name="entry">The settings.</param>
    /// <param name="onCeph">Whether models lie on CephFS, which Rook runs.</param>
    /// <param name="onEks">Whether the stack makes the cluster.</param>
    internal static PlatformAddonsSpec Read(SettingsObject entry, bool onCeph, bool onEks = false)
    {
        foreach (var key in FollowFromEks.Where(key => onEks && entry.Has(key)))
            entry.Report(DiagnosticIds.ContradictorySettings, key, "set", "nothing with clawdbot:cluster.kind 'eks'", "It follows from the cluster.");
        var defaults = new PlatformAddonsSpec { Rook = onCeph ? AddonSource.Install : AddonSource.Existing };
        return defaults with
        {
            CertManager = Source(entry, "certManager", defaults.CertManager),
            Gpus = ReadGpus(entry, defaults.Gpus),
            BottlerocketNodes = entry.OptionalFlag("bottlerocketNodes") ?? defaults.BottlerocketNodes,
            DcgmExporter = Source(entry, "dcgmExporter", defaults.DcgmExporter),
            Rook = Source(entry, "rook", defaults.Rook),
            Monitoring = Source(entry, "monitoring", defaults.Monitoring),
            PrometheusRetentionDays = entry.OptionalInteger("prometheusRetentionDays") ?? defaults.PrometheusRetentionDays,
            PrometheusStorageGiB = entry.OptionalInteger("prometheusStorageGiB") ?? defaults.PrometheusStorageGiB,
            StorageClass = entry.OptionalText("storageClass") ?? defaults.StorageClass,
            Keda = Source(entry, "keda", defaults.Keda),
            MetricsServer = Source(entry, "metricsServer", defaults.MetricsServer),
            NodeScaler = entry.Has("nodeScaler") ? ReadNodeScaler(entry.Variant("nodeScaler", NodeScalerKeys)) : defaults.NodeScaler,
            Versions = entry.Has("versions") ? ReadVersions(entry.Object("versions", PlatformCharts.Names)) : defaults.Versions,
        };
    }

    private static AddonSource Source(SettingsObject entry, string key, AddonSource ifLeftOut) => !entry.Has(key) ? ifLeftOut : entry.Choice(key, "install", "existing") switch
    {
        "install" => AddonSource.Install,
        "existing" => AddonSource.Existing,
        _ => ifLeftOut,
    };

    private static GpuSupport ReadGpus(SettingsObject entry, GpuSupport ifLeftOut) => !entry.Has("gpuSupport") ? ifLeftOut : entry.Choice("gpuSupport", "devicePlugin", "gpuOperator", "existing") switch
    {
        "devicePlugin" => GpuSupport.DevicePlugin,
        "gpuOperator" => GpuSupport.GpuOperator,
        "existing" => GpuSupport.Existing,
        _ => ifLeftOut,
    };

    /// <summary>After a mistake the texts are such that no rule complains about them as well.</summary>
    private static NodeScaler ReadNodeScaler(SettingsObject entry) => entry.Choice("kind", [.. NodeScalerKeys.Keys]) switch
    {
        "clusterAutoscaler" => new NodeScaler.ClusterAutoscaler(entry.Text("clusterName", "unknown"), entry.Text("region", "unknown")),
        "karpenter" => new NodeScaler.Karpenter(entry.Text("clusterName", "unknown"), entry.OptionalText("interruptionQueue") ?? ""),
        _ => new NodeScaler.None(),
    };

    private static ImmutableSortedDictionary<string, string> ReadVersions(SettingsObject entry) => PlatformCharts.Names
        .Select(name => (Name: name, Version: entry.OptionalText(name)))
        .Where(pair => pair.Version is not null)
        .ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Version!, StringComparer.Ordinal);
}

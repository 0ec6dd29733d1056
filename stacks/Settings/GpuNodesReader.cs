using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Nodes;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Stacks.Settings;

/// <summary>Reads one entry of <c>clawdbot:gpuNodes</c>.</summary>
internal static class GpuNodesReader
{
    internal static ImmutableArray<string> Keys { get; } =
    [
        "sku", "count", "gpusPerNode", "pricePerGpuHour", "card", "minimum", "maximum", "instanceType", "capacity", "zones", "amiFamily", "volume",
    ];

    internal static Dictionary<string, string[]> CapacityKeys { get; } = new()
    {
        ["onDemand"] = [],
        ["spot"] = [],
        ["reserved"] = ["reservation"],
        ["capacityBlock"] = ["reservation", "zone", "active"],
    };

    internal static ImmutableArray<string> VolumeKeys { get; } = ["sizeGiB", "throughputMiBps", "iops"];

    internal static ImmutableArray<string> AmiFamilies { get; } = ["amazonLinux2023", "bottlerocket"];

    internal static ImmutableArray<string> CardKeys { get; } = ["memoryMiB", "computeCapability", "bandwidthGBps", "tflops16", "tflopsFp8", "nvLinkGBps", "multiprocessors"];

    /// <summary>Multiprocessors of a card of which nobody says: those of an H100, which take the most memory of the cards in use.</summary>
    private const int Multiprocessors = 132;

    /// <summary>A size that cannot be read counts as the largest that the target allows, so that the pools are not blamed for it.</summary>
    internal static GpuNodeSettings Read(SettingsObject entry, bool oneMachine)
    {
        var sku = entry.Word("sku", "");
        return new GpuNodeSettings(
            sku,
            entry.Integer("count", oneMachine ? 1 : ModelPoolDefaults.NodeCount.Maximum),
            entry.Integer("gpusPerNode", ModelPoolDefaults.GpusPerNode.Maximum))
        {
            PricePerGpuHour = entry.OptionalNumber("pricePerGpuHour"),
            Card = entry.Has("card") ? ReadCard(sku, entry.Object("card", CardKeys)) : null,
            Minimum = entry.OptionalInteger("minimum"),
            Maximum = entry.OptionalInteger("maximum"),
            InstanceType = entry.OptionalText("instanceType"),
            Capacity = entry.Has("capacity") ? ReadCapacity(entry.Variant("capacity", CapacityKeys)) : null,
            Zones = entry.OptionalTexts("zones"),
            AmiFamily = entry.Has("amiFamily") ? entry.Choice("amiFamily", [.. AmiFamilies]) == "bottlerocket" ? NodeAmiFamily.Bottlerocket : NodeAmiFamily.AmazonLinux2023 : null,
            Volume = entry.Has("volume") ? ReadVolume(entry.Object("volume", VolumeKeys)) : null,
        };
    }

    /// <summary>A block is taken as inactive unless somebody says that it runs: nodes that cannot start fail the deployment.</summary>
    private static GpuCapacity? ReadCapacity(SettingsObject capacity) => capacity.Choice("kind", [.. CapacityKeys.Keys]) switch
    {
        "onDemand" => new GpuCapacity.OnDemand(),
        "spot" => new GpuCapacity.Spot(),
        "reserved" => new GpuCapacity.Reserved(capacity.Text("reservation", AnyReservation)),
        "capacityBlock" => new GpuCapacity.CapacityBlock(capacity.Text("reservation", AnyReservation), capacity.Text("zone", ""), capacity.OptionalFlag("active") ?? false),
        _ => null,
    };

    private const string AnyReservation = "cr-00000000000000000";

    private static NodeVolume ReadVolume(SettingsObject volume) => new(
        volume.OptionalInteger("sizeGiB") ?? GpuNodePoolDefaults.Volume.SizeGiB,
        volume.OptionalInteger("throughputMiBps") ?? GpuNodePoolDefaults.Volume.ThroughputMiBps,
        volume.OptionalInteger("iops") ?? GpuNodePoolDefaults.Volume.Iops);

    private static GpuSku ReadCard(string sku, SettingsObject card)
    {
        // After a mistake the figures are a harmless card's; the stack is refused anyway.
        var gpu = new GpuSku(sku, card.Integer("memoryMiB", 81920), (int)Math.Round(card.Number("computeCapability", 9) * 10))
        {
            BandwidthGBps = Stated(card.Number("bandwidthGBps", 1000)),
            Compute16Tflops = Stated(card.Number("tflops16", 100)),
            ComputeFp8Tflops = card.OptionalNumber("tflopsFp8") is { } eight ? Stated(eight) : null,
            NvLinkGBps = card.OptionalNumber("nvLinkGBps") is { } link ? Stated(link) : null,
            Multiprocessors = card.OptionalInteger("multiprocessors") ?? Multiprocessors,
        };
        return gpu with { BaseScore = GpuCatalog.DerivedScore(gpu) };
    }

    private static SourcedFigure Stated(double value) => new(value, "stack settings", false);
}

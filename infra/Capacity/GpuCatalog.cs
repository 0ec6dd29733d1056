using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity;

/// <summary>The GPUs that the system knows.</summary>
public static class GpuCatalog
{
    /// <summary>All SKUs, by memory. Memory from <c>nvidia-smi</c> lines in public logs, and for A100 and B200 from Karpenter's instance type table.</summary>
    public static ImmutableArray<GpuSku> All { get; } =
    [
        new("rtx4060", 8188, 89),
        new("rtx4070", 12282, 89),
        new("t4", 15360, 75),
        new("a10", 23028, 86),
        new("a10g", 23028, 86),
        new("l4", 23034, 89),
        new("rtx4090", 24564, 89),
        new("a100-40", 40960, 80),
        new("l40s", 46068, 89),
        new("h100", 81559, 90),
        new("a100-80", 81920, 80),
        new("h200", 143771, 90),
        new("b200", 183359, 100),
    ];

    /// <summary>Names of all SKUs, in the order of <see cref="All"/>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(sku => sku.Name)];

    /// <summary>The SKU called <paramref name="name"/>, or null.</summary>
    public static GpuSku? Find(string name) => All.FirstOrDefault(sku => sku.Name == name);
}

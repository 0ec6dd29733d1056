using Clawdbot.Infra.Capacity;

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
}

using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>What an hour of a GPU costs: a person's own figures first, then the on-demand prices of <see cref="AwsInstances"/>.</summary>
/// <param name="PerGpuHour">US dollars for one GPU and hour, by SKU.</param>
public sealed record GpuPrices(ImmutableDictionary<string, double> PerGpuHour)
{
    /// <summary>Nothing but the catalogue.</summary>
    public static GpuPrices Catalog { get; } = new(ImmutableDictionary<string, double>.Empty);

    /// <summary>The cheapest price of <paramref name="gpus"/> cards in one machine, for one hour.</summary>
    /// <param name="sku">SKU.</param>
    /// <param name="gpus">Cards that must be in one machine. Machines with more cards count with the share that is used.</param>
    /// <returns>US dollars; null when nobody has said what the card costs.</returns>
    public double? PerHour(string sku, int gpus)
    {
        if (PerGpuHour.TryGetValue(sku, out var own))
            return own * gpus;
        double? cheapest = null;
        foreach (var type in AwsInstances.All)
        {
            if (type.Sku != sku || type.Gpus < gpus || type.PricePerHour is not { } price)
                continue;
            var share = price * gpus / type.Gpus;
            if (cheapest is null || share < cheapest)
                cheapest = share;
        }
        return cheapest;
    }
}

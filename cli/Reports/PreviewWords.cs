using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>Words and cells that the text, the terminal and the page share.</summary>
internal static class PreviewWords
{
    /// <summary>Headers of the pool table.</summary>
    public static readonly string[] PoolHeaders =
        ["name", "model", "gpu", "gpus/replica", "replicas", "weights GiB", "kv GiB", "headroom GiB", "kv tokens", "concurrency", "tokens/s", "$/h"];

    private const string NotKnown = "-";

    /// <summary>One row of the pool table.</summary>
    public static string[] PoolCells(PlanPool pool) =>
    [
        pool.Name,
        pool.Model,
        pool.Sku,
        pool.Gpus.ToString(CultureInfo.InvariantCulture),
        pool.Replicas.ToString(CultureInfo.InvariantCulture),
        .. CapacityCells(pool.Capacity),
    ];

    private static string[] CapacityCells(PlanCapacity? capacity) => capacity is null ? [.. Enumerable.Repeat(NotKnown, 7)] :
    [
        Text($"{capacity.WeightsGiB:0.00}"),
        Text($"{capacity.KvCacheGiB:0.00}"),
        Text($"{capacity.HeadroomGiB:0.00}"),
        Text($"{capacity.KvCacheTokens}"),
        Text($"{capacity.MaxConcurrency:0.0}"),
        Text($"{capacity.TokensPerSecond:0}"),
        capacity.PricePerHour is { } price ? Text($"{price:0.00}") : NotKnown,
    ];

    /// <summary>Why each flag of each pool has its value; what holds for every pool is said once, first.</summary>
    public static IEnumerable<string[]> Reasons(Plan plan)
    {
        var rows = plan.Pools.SelectMany(pool => (pool.Capacity?.Reasons ?? [])
            .Select(reason => (Pool: pool.Name, Flag: reason.Value.Length == 0 ? reason.Flag : $"{reason.Flag}={reason.Value}", reason.Reason))).ToArray();
        var shared = rows.GroupBy(row => (row.Flag, row.Reason)).Where(group => plan.Pools.Length > 1 && group.Count() == plan.Pools.Length).Select(group => group.Key).ToHashSet();
        return rows.Where(row => shared.Contains((row.Flag, row.Reason))).DistinctBy(row => row.Flag).Select(row => new[] { "every pool", row.Flag, row.Reason })
            .Concat(rows.Where(row => !shared.Contains((row.Flag, row.Reason))).Select(row => new[] { row.Pool, row.Flag, row.Reason }));
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The flags of each pool, apart from the table because they are long.</summary>
    public static IEnumerable<string[]> Flags(Plan plan) => plan.Pools.Select(p => new[] { p.Name, string.Join(' ', p.Flags) });

    /// <summary>Name and value of each stack output; a map takes one row per entry.</summary>
    public static IEnumerable<string[]> Outputs(Plan plan) => plan.Outputs.Entries.SelectMany(output => output.Value switch
    {
        PlanValue.Map { Entries.IsEmpty: false } map => map.Entries.Select(e => new[] { $"{output.Key}.{e.Key}", ValueText.Of(e.Value) }),
        var value => [[output.Key, ValueText.Of(value)]],
    });

    /// <summary>The time a plan took.</summary>
    public static string Duration(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"Planned in {duration.TotalSeconds:0.00} s. Nothing was deployed.");
}

using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>Words and cells that the text, the terminal and the page share.</summary>
internal static class PreviewWords
{
    /// <summary>Headers of the pool table.</summary>
    public static readonly string[] PoolHeaders = ["name", "model", "gpu", "gpus/replica", "replicas"];

    /// <summary>One row of the pool table.</summary>
    public static string[] PoolCells(PlanPool pool) =>
    [
        pool.Name,
        pool.Model,
        pool.Sku,
        pool.Gpus.ToString(CultureInfo.InvariantCulture),
        pool.Replicas.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The flags of each pool, apart from the table because they are long.</summary>
    public static IEnumerable<string[]> Flags(Plan plan) => plan.Pools.Select(p => new[] { p.Name, string.Join(' ', p.Flags) });

    /// <summary>Name and value of each stack output; a map takes one row per entry.</summary>
    public static IEnumerable<string[]> Outputs(Plan plan) => plan.Outputs.Entries.SelectMany(output => output.Value switch
    {
        PlanValue.Map { Entries.IsEmpty: false, UnknownEntries: 0 } map => map.Entries.Select(e => new[] { $"{output.Key}.{e.Key}", ValueText.Of(e.Value) }),
        var value => [[output.Key, ValueText.Of(value)]],
    });

    /// <summary>The time a plan took.</summary>
    public static string Duration(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"Planned in {duration.TotalSeconds:0.00} s. Nothing was deployed.");
}

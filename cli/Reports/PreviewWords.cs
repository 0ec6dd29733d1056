using System.Globalization;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Reports;

/// <summary>Words and cells that the text, the terminal and the page share.</summary>
internal static class PreviewWords
{
    /// <summary>Headers of the pool table.</summary>
    public static readonly string[] PoolHeaders = ["name", "model", "gpu", "gpus/replica", "replicas", "flags"];

    /// <summary>One row of the pool table.</summary>
    public static string[] PoolCells(PlanPool pool) =>
    [
        pool.Name,
        pool.Model,
        pool.Sku,
        pool.Gpus.ToString(CultureInfo.InvariantCulture),
        pool.Replicas.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', pool.Flags),
    ];

    /// <summary>The time a plan took.</summary>
    public static string Duration(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"Planned in {duration.TotalSeconds:0.00} s. Nothing was deployed.");
}

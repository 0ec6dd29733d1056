using System.Collections.Immutable;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Sizing;

/// <summary>A comparison with measurements, whatever the medium.</summary>
/// <param name="Rows">Every row, in the order of the table.</param>
internal sealed record ValidationResult(ImmutableArray<KvPrediction> Rows)
{
    /// <summary>
    /// Whether the table tells outcomes at all. One row without a token count is a server that did not start; a table without any is
    /// one whose outcomes are not known, so nothing in it is a false fit.
    /// </summary>
    public bool HasOutcomes { get; } = Rows.Any(row => row.Point.MeasuredTokens is not null);

    /// <summary>Rows with a prediction.</summary>
    public int Predicted { get; } = Rows.Count(row => row.Point.Skipped.Length == 0);

    /// <summary>All rows as one group.</summary>
    public ValidationGroup All { get; } = ValidationGroup.Of("this arithmetic", Rows);

    /// <summary>Split by card.</summary>
    public ImmutableArray<ValidationGroup> ByGpu { get; } = Split([.. Rows.OrderBy(GpuOf, StringComparer.Ordinal)], GpuOf);

    /// <summary>Split by release of vLLM, oldest first; rows without one come last.</summary>
    public ImmutableArray<ValidationGroup> ByVersion { get; } =
        Split([.. Rows.OrderBy(row => VllmVersion.Parse(row.Point.Version) ?? new VllmVersion(int.MaxValue, 0))], row => row.Point.Version.Length == 0 ? "unknown" : row.Point.Version);

    private static string GpuOf(KvPrediction row) => row.Point.Input?.Gpu.Name ?? row.Point.Gpu;

    /// <summary>Groups in the order in which the rows name them.</summary>
    private static ImmutableArray<ValidationGroup> Split(IReadOnlyList<KvPrediction> rows, Func<KvPrediction, string> key) =>
        [.. rows.GroupBy(key).Select(g => ValidationGroup.Of(g.Key, [.. g]))];
}

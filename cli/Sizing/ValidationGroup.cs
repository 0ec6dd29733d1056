using System.Collections.Immutable;
using Clawdbot.Infra.Capacity.Validation;

namespace Clawdbot.Cli.Sizing;

/// <summary>The errors of every method over one group of measurements.</summary>
/// <param name="Own">Those of this program's arithmetic.</param>
/// <param name="Peers">Those of the other methods, in a fixed order.</param>
internal sealed record ValidationGroup(KvErrorSummary Own, ImmutableArray<KvErrorSummary> Peers)
{
    private static readonly ImmutableArray<(string Name, Func<KvPrediction, long> Tokens)> PeerMethods =
    [
        ("KAITO", row => row.KaitoTokens),
        ("flat 10 % reserve", row => row.FlatReserveTokens),
    ];

    /// <summary>Names of <see cref="Peers"/>.</summary>
    public static ImmutableArray<string> PeerNames { get; } = [.. PeerMethods.Select(p => p.Name)];

    /// <summary>All rows as one group.</summary>
    public static ValidationGroup All(KvReport report) => Of("this arithmetic", report.Rows);

    /// <summary>Split by card.</summary>
    public static ImmutableArray<ValidationGroup> ByGpu(KvReport report) => Split(report, row => row.Point.Input?.Gpu.Name ?? row.Point.Gpu);

    /// <summary>Split by release of vLLM.</summary>
    public static ImmutableArray<ValidationGroup> ByVersion(KvReport report) => Split(report, row => row.Point.Version.Length == 0 ? "unknown" : row.Point.Version);

    private static ImmutableArray<ValidationGroup> Split(KvReport report, Func<KvPrediction, string> key) =>
        [.. report.Rows.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, [.. g]))];

    private static ValidationGroup Of(string name, ImmutableArray<KvPrediction> rows) =>
        new(KvErrorSummary.Of(name, rows), [.. PeerMethods.Select(p => KvErrorSummary.Of(p.Name, rows, p.Tokens))]);
}

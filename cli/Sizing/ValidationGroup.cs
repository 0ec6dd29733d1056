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
        ("flat 10 %", row => row.FlatReserveTokens),
    ];

    /// <summary>Names of <see cref="Peers"/>.</summary>
    public static ImmutableArray<string> PeerNames { get; } = [.. PeerMethods.Select(p => p.Name)];

    /// <summary>Summarises rows.</summary>
    /// <param name="name">Name of the group.</param>
    /// <param name="rows">Its rows.</param>
    public static ValidationGroup Of(string name, ImmutableArray<KvPrediction> rows) =>
        new(KvErrorSummary.Of(name, rows), [.. PeerMethods.Select(p => KvErrorSummary.Of(p.Name, rows, p.Tokens))]);
}

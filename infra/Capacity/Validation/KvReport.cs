using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>How well the memory model predicts a table of measurements.</summary>
/// <param name="Rows">Every row, in the order of the table.</param>
/// <param name="All">All rows together.</param>
/// <param name="ByGpu">Split by card.</param>
/// <param name="ByVersion">Split by release.</param>
/// <param name="Peers">Other methods on the same rows.</param>
public sealed record KvReport(
    ImmutableArray<KvPrediction> Rows, KvErrorSummary All, ImmutableArray<KvErrorSummary> ByGpu, ImmutableArray<KvErrorSummary> ByVersion, ImmutableArray<KvErrorSummary> Peers);

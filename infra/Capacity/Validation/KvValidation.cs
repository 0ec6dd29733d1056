using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>Measures <see cref="MemoryModel"/> against published start-ups of vLLM servers.</summary>
public static class KvValidation
{
    /// <summary>Predicts every row.</summary>
    /// <param name="points">The measurements.</param>
    public static KvReport Run(ImmutableArray<KvPoint> points)
    {
        var rows = points.Select(Predict).ToImmutableArray();
        return new KvReport(
            rows,
            KvErrorSummary.Of("all", rows),
            Split(rows, point => point.Input?.Gpu.Name ?? point.Gpu),
            Split(rows, point => point.Version.Length == 0 ? "unknown" : point.Version),
            [
                KvErrorSummary.Of("KAITO", rows, row => row.KaitoTokens),
                KvErrorSummary.Of("flat 10 % reserve", rows, row => row.FlatReserveTokens),
            ]);
    }

    /// <summary>Reads both tables and predicts every row.</summary>
    /// <param name="pointsText">Text for <see cref="KvPointReader"/>.</param>
    /// <param name="pointsFile">Its name, for messages.</param>
    /// <param name="modelsText">Text for <see cref="ModelTableReader"/>; null when there is none.</param>
    /// <param name="modelsFile">Its name, for messages.</param>
    /// <exception cref="DiagnosticException">A table is malformed.</exception>
    public static KvReport Run(string pointsText, string pointsFile, string? modelsText = null, string modelsFile = "") =>
        Run(KvPointReader.Read(pointsText, pointsFile, modelsText is null ? [] : ModelTableReader.Read(modelsText, modelsFile)));

    /// <summary>Predicts one row. A row that vLLM itself would refuse as impossible is predicted not to start.</summary>
    /// <param name="point">The measurement.</param>
    public static KvPrediction Predict(KvPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Input is not { } input)
            return new KvPrediction(point, false, point.Skipped, 0, 0, 0, 0);
        var kaito = PeerEstimators.Tokens(input, PeerEstimators.KaitoKvGiB(input));
        var flat = PeerEstimators.Tokens(input, PeerEstimators.FlatReserveKvGiB(input));
        var mistakes = MemoryModelRules.Check(input, point.Id, "");
        if (mistakes.Any(mistake => mistake.Id != DiagnosticIds.CapacityContext))
            return new KvPrediction(point, false, string.Join(' ', mistakes), 0, 0, kaito, flat);
        // vLLM refuses a context beyond the model's before it looks at memory; the memory can be computed all the same.
        var estimate = MemoryModel.Estimate(input with { AllowLongContext = true });
        return new KvPrediction(
            point, mistakes.Count == 0 && estimate.Fits, mistakes.Count > 0 ? mistakes[0].ToString() : estimate.Reason, estimate.AvailableKvGiB, estimate.KvTokens, kaito, flat);
    }

    private static ImmutableArray<KvErrorSummary> Split(ImmutableArray<KvPrediction> rows, Func<KvPoint, string> key) =>
        [.. rows.GroupBy(row => key(row.Point)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => KvErrorSummary.Of(group.Key, [.. group]))];
}

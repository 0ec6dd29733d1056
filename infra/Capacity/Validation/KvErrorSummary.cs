namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>Errors over a group of measurements, as shares: 0.01 is 1 %.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Rows">Measurements with a token count and a prediction.</param>
/// <param name="Median">Median of the absolute errors.</param>
/// <param name="Percentile90">Smallest absolute error that at least nine tenths do not exceed.</param>
/// <param name="Worst">Largest absolute error.</param>
/// <param name="FalseFits">Servers that were predicted to start and did not.</param>
/// <param name="FalseRefusals">Servers that were predicted not to start and did.</param>
public sealed record KvErrorSummary(string Group, int Rows, double Median, double Percentile90, double Worst, int FalseFits, int FalseRefusals)
{
    /// <summary>Summarises predictions.</summary>
    /// <param name="group">Name of the group.</param>
    /// <param name="predictions">The predictions.</param>
    /// <param name="tokens">Which token count to judge; null for the model's own.</param>
    public static KvErrorSummary Of(string group, IReadOnlyCollection<KvPrediction> predictions, Func<KvPrediction, long>? tokens = null)
    {
        var errors = predictions.Select(prediction => prediction.ErrorOf((tokens ?? Own)(prediction))).OfType<double>().Select(Math.Abs).Order().ToList();
        return new KvErrorSummary(group, errors.Count, Middle(errors), errors.Count == 0 ? 0 : errors[(int)Math.Ceiling(0.9 * errors.Count) - 1], errors.Count == 0 ? 0 : errors[^1],
            predictions.Count(prediction => tokens is null ? prediction.FalseFit : Starts(prediction, tokens) && prediction.Point is { MeasuredTokens: null, Skipped.Length: 0 }),
            predictions.Count(prediction => tokens is null ? prediction.FalseRefusal : !Starts(prediction, tokens) && prediction.Point is { MeasuredTokens: not null, Skipped.Length: 0 }));
    }

    private static long Own(KvPrediction prediction) => prediction.KvTokens;

    /// <summary>A peer predicts a start when its tokens hold one request.</summary>
    private static bool Starts(KvPrediction prediction, Func<KvPrediction, long> tokens) =>
        prediction.Point.Input is { } input && tokens(prediction) >= (input.MaxModelLen ?? input.Model.MaxPositions);

    private static double Middle(List<double> sorted) => sorted.Count switch
    {
        0 => 0,
        var count when count % 2 == 1 => sorted[count / 2],
        var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
    };
}

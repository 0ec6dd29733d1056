namespace Clawdbot.Infra.Capacity.Validation;

/// <summary>A prediction for one <see cref="KvPoint"/>.</summary>
/// <param name="Point">The measurement.</param>
/// <param name="Fits">Whether the server is predicted to start.</param>
/// <param name="Reason">Why it should not start, or why there is no prediction; empty otherwise.</param>
/// <param name="AvailableKvGiB">Predicted KV memory of one GPU.</param>
/// <param name="KvTokens">Predicted KV tokens, also of a server that should not start because they are too few.</param>
/// <param name="KaitoTokens">What KAITO's formula gives.</param>
/// <param name="FlatReserveTokens">What the flat reserve gives.</param>
public sealed record KvPrediction(KvPoint Point, bool Fits, string Reason, double AvailableKvGiB, long KvTokens, long KaitoTokens, long FlatReserveTokens)
{
    /// <summary>Error of <see cref="KvTokens"/> as a share of the measurement: 0.01 is 1 % too much; null without one of the two.</summary>
    public double? Error => ErrorOf(KvTokens);

    /// <summary>Predicted to start, but did not.</summary>
    public bool FalseFit => Point.Skipped.Length == 0 && Fits && Point.MeasuredTokens is null;

    /// <summary>Predicted not to start, but did.</summary>
    public bool FalseRefusal => Point.Skipped.Length == 0 && !Fits && Point.MeasuredTokens is not null;

    /// <summary>Error of some token count as a share of the measurement.</summary>
    /// <param name="tokens">The token count.</param>
    public double? ErrorOf(long tokens) => Point.MeasuredTokens is { } measured && Point.Skipped.Length == 0 ? ((double)tokens / measured) - 1 : null;
}

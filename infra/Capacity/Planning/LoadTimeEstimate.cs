using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Time from the start of the container to the first answer.</summary>
/// <param name="Terms">The steps: processStart, readWeights, profiling, compilation, graphCapture.</param>
public sealed record LoadTimeEstimate(ImmutableArray<TimeTerm> Terms)
{
    /// <summary>Expected seconds.</summary>
    public double ExpectedSeconds => Terms.Sum(term => term.Seconds);

    /// <summary>Seconds to allow before the server counts as failed: half as much again, rounded up to a probe period, and never less than vLLM waits for itself.</summary>
    public int StartupSeconds => Math.Clamp(
        (int)Math.Ceiling(ExpectedSeconds * LoadTimeDefaults.ProbeMargin / LoadTimeDefaults.RoundingSeconds) * LoadTimeDefaults.RoundingSeconds,
        LoadTimeDefaults.LeastAllowedSeconds, Serving.ModelPoolDefaults.StartupSeconds.Maximum);
}

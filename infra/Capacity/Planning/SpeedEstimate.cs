using System.Collections.Immutable;

namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>Expected speed of one server with all its planned requests under way.</summary>
public sealed record SpeedEstimate
{
    /// <summary>The steps: prefill (one prompt), decodeStep (one token for every request), stepWithPrefill.</summary>
    public required ImmutableArray<TimeTerm> Terms { get; init; }

    /// <summary>Requests that the figures hold for.</summary>
    public required int Requests { get; init; }

    /// <summary>Expected time to the first token, in seconds.</summary>
    public required double FirstTokenSeconds { get; init; }

    /// <summary>Expected time between two tokens of one answer, in seconds.</summary>
    public required double SecondsPerToken { get; init; }

    /// <summary>Expected time to the whole answer, in seconds.</summary>
    public required double AnswerSeconds { get; init; }

    /// <summary>Answer tokens per second of the server, all requests together.</summary>
    public double TokensPerSecond => Requests / SecondsPerToken;

    /// <summary>Time to the first token that 95 of 100 requests should reach, in seconds: the expected time with <see cref="SpeedModelDefaults.QueueingMargin"/>.</summary>
    public double P95FirstTokenSeconds => FirstTokenSeconds * SpeedModelDefaults.QueueingMargin;

    /// <summary>Time to the whole answer that 95 of 100 requests should reach, in seconds: the expected time with <see cref="SpeedModelDefaults.QueueingMargin"/>.</summary>
    public double P95AnswerSeconds => AnswerSeconds * SpeedModelDefaults.QueueingMargin;

    /// <summary>Share of the speed of separate cards that the cards of the server reach together, 0 to 1; 1 with one card.</summary>
    public required double ParallelEfficiency { get; init; }

    /// <summary>Where <see cref="ParallelEfficiency"/> comes from.</summary>
    public required string ParallelReason { get; init; }
}

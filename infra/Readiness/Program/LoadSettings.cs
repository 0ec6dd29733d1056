namespace Clawdbot.Infra.Readiness.Program;

/// <summary>The load.</summary>
internal sealed record LoadSettings
{
    /// <summary>Name, for the report.</summary>
    public required string Profile { get; init; }

    /// <summary>Slowest and fastest rate of messages in a minute; both 0 send as fast as answers come.</summary>
    public required int LeastPerMinute { get; init; }

    /// <summary>See <see cref="LeastPerMinute"/>.</summary>
    public required int MostPerMinute { get; init; }

    /// <summary>First messages that do not wait for the rate, so that they are really at once.</summary>
    public required int AtOnce { get; init; }

    /// <summary>Requests at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Seconds in which messages are started.</summary>
    public required int Seconds { get; init; }

    /// <summary>Most messages.</summary>
    public required int Messages { get; init; }

    /// <summary>Start of the pseudo random sequence.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Shortest pause of a user between an answer and the next message, in milliseconds.</summary>
    public required int LeastThinkMilliseconds { get; init; }

    /// <summary>Longest such pause.</summary>
    public required int MostThinkMilliseconds { get; init; }

    /// <summary>Longest answer to a short translation, in tokens.</summary>
    public required int ShortTokens { get; init; }

    /// <summary>Longest summary, in tokens.</summary>
    public required int LongTokens { get; init; }

    /// <summary>Sentences of the text to sum up.</summary>
    public required int LongSentences { get; init; }

    /// <summary>Seconds that one message may take, waiting for the server's permission to retry included.</summary>
    public required int RequestSeconds { get; init; }

    /// <summary>Failed messages must stay below this share, in percent.</summary>
    public required double ErrorPercent { get; init; }
}

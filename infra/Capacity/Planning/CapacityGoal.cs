namespace Clawdbot.Infra.Capacity.Planning;

/// <summary>What a pool is for: the figures that a person knows, from which the planner derives the flags that nobody should have to guess.</summary>
public sealed record CapacityGoal
{
    /// <summary>Longest prompt and answer together.</summary>
    /// <value>Tokens, 256 to 1048576, at most what the model was trained for.</value>
    public required int ContextTokens { get; init; }

    /// <summary>Requests that all servers of the pool answer at the same time.</summary>
    /// <value>1 to 65536.</value>
    public required int ConcurrentRequests { get; init; }

    /// <summary>
    /// What a typical request repeats of earlier ones: instructions and the conversation so far. It takes room in the cache, and time only
    /// when the prefix cache is off.
    /// </summary>
    /// <value>Tokens, 0 or more. Default: 0.</value>
    public int HistoryTokens { get; init; }

    /// <summary>What a typical request adds to that: the new message and what was looked up for it.</summary>
    /// <value>Tokens, 1 or more.</value>
    public required int PromptTokens { get; init; }

    /// <summary>Answer of a typical request.</summary>
    /// <value>Tokens, 1 or more; with history and prompt at most <see cref="ContextTokens"/>.</value>
    public required int AnswerTokens { get; init; }

    /// <summary>Time to the first token that 95 of 100 requests should reach.</summary>
    /// <value>Milliseconds. Default: null, no target.</value>
    public int? FirstTokenMilliseconds { get; init; }

    /// <summary>Time to the whole answer that 95 of 100 requests should reach.</summary>
    /// <value>Milliseconds. Default: null, no target.</value>
    public int? AnswerMilliseconds { get; init; }

    /// <summary>Tokens that a typical request keeps in the cache at its end.</summary>
    public int TypicalTokens => HistoryTokens + PromptTokens + AnswerTokens;
}

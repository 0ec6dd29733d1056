namespace Clawdbot.Infra.Readiness;

/// <summary>How hard the load is (B6).</summary>
public sealed record LoadProfile
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Slowest rate of messages in a minute; the pause to each next message is drawn between both rates.</summary>
    public required int LeastPerMinute { get; init; }

    /// <summary>Fastest rate of messages in a minute.</summary>
    public required int MostPerMinute { get; init; }

    /// <summary>First messages that do not wait for the rate.</summary>
    /// <value>Default: 0.</value>
    public int AtOnce { get; init; }

    /// <summary>Users, each with one open request.</summary>
    /// <value>1 to 1000.</value>
    public required int Concurrency { get; init; }

    /// <summary>Seconds in which messages are started.</summary>
    /// <value>10 to 3600.</value>
    public required int Seconds { get; init; }

    /// <summary>Most messages.</summary>
    /// <value>1 to 100000.</value>
    public required int Messages { get; init; }
}

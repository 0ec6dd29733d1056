using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Invariants;

/// <summary>What the rules between components need to know of a pool.</summary>
public sealed record PlannedPool
{
    /// <summary>Where its settings are: <c>clawdbot:pools[0]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The pool.</summary>
    public required ModelPoolSpec Spec { get; init; }

    /// <summary>Most servers that the autoscaler may start; the replicas of the pool when nothing scales it.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>Fewest servers that the autoscaler may leave; the replicas of the pool when nothing scales it.</summary>
    public required int MinReplicas { get; init; }

    /// <summary>Seconds that the load must be low before a server is taken away; null when nothing scales the pool.</summary>
    public int? ScaleDownSeconds { get; init; }

    /// <summary>Requests that must wait in each server before another one starts; null when nothing scales the pool, or the Router's queue counts too.</summary>
    public int? GrowAbove { get; init; }

    /// <summary>Seconds that a node of the pool stays after it was told to go; null when nothing takes nodes away.</summary>
    public int? NodeGraceSeconds { get; init; }

    /// <summary>What takes the nodes away, for the message: <c>EC2 Spot</c>, <c>cluster-autoscaler</c>.</summary>
    public string NodeGraceSource { get; init; } = "";
}

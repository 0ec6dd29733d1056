using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>The ladder from normal service to a canned answer, by the share of failing requests.</summary>
public sealed record DegradationSettings
{
    /// <summary>Seconds over which the share is measured.</summary>
    public required int WindowSeconds { get; init; }

    /// <summary>Requests in the window below which nothing is concluded.</summary>
    public required int MinimumRequests { get; init; }

    /// <summary>Seconds that a level lasts at least, before the one below it.</summary>
    public required int HoldSeconds { get; init; }

    /// <summary>The levels, mildest first; each includes those before it.</summary>
    public required ImmutableArray<DegradationLevel> Levels { get; init; }

    /// <summary>What the last level answers.</summary>
    public required StaticAnswer StaticAnswer { get; init; }
}

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>How a model server is found to be sick, and well again.</summary>
public sealed record HealthSettings
{
    /// <summary>Path that is asked.</summary>
    public required string Path { get; init; }

    /// <summary>Seconds between two active checks.</summary>
    public required int IntervalSeconds { get; init; }

    /// <summary>Seconds that a check may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>Failed checks in a row that make a server DEGRADED.</summary>
    public required int Failures { get; init; }

    /// <summary>Good checks in a row that make it READY again.</summary>
    public required int Successes { get; init; }

    /// <summary>Seconds that a server gets no requests after a failed connection, before any active check.</summary>
    public required int EjectSeconds { get; init; }

    /// <summary>Seconds in which a recovered server climbs from a tenth of its weight to all of it.</summary>
    public required int WarmUpSeconds { get; init; }
}

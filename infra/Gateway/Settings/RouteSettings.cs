using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Which requests go where.</summary>
public sealed record RouteSettings
{
    /// <summary>Host of the Router.</summary>
    public required string RouterHost { get; init; }

    /// <summary>Port of the Router.</summary>
    public required int RouterPort { get; init; }

    /// <summary>Milliseconds to reach it.</summary>
    public required int ConnectMilliseconds { get; init; }

    /// <summary>Seconds for the whole request.</summary>
    public required int RequestSeconds { get; init; }

    /// <summary>Idle connections that each worker keeps.</summary>
    public required int KeepAliveConnections { get; init; }

    /// <summary>Method and path of each request that is let through; everything else is 404.</summary>
    public required ImmutableArray<string> Allowed { get; init; }

    /// <summary>Headers that are removed from every request of a client; a trailing <c>*</c> stands for any ending.</summary>
    public required ImmutableArray<string> StrippedHeaders { get; init; }
}

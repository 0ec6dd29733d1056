namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Everything that the access tier needs to know, as <c>access-tier.json</c>. docs/gateway-settings.md describes each member.</summary>
public sealed record AccessTierSettings
{
    /// <summary>Version of the document; a removed or changed member raises it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Ports.</summary>
    public required ListenSettings Listen { get; init; }

    /// <summary>TLS.</summary>
    public required TlsSettings Tls { get; init; }

    /// <summary>Tokens.</summary>
    public required TokenSettings Tokens { get; init; }

    /// <summary>Limits.</summary>
    public required LimitSettings Limits { get; init; }

    /// <summary>Routes.</summary>
    public required RouteSettings Routes { get; init; }

    /// <summary>Headers to the Router.</summary>
    public required TrustedHeaders Headers { get; init; }

    /// <summary>Live configuration: the mode; null on a single machine.</summary>
    public required EtcdSettings? Etcd { get; init; }

    /// <summary>Worker processes. One, because queues, limits and weights are counted per worker; replicas are the way to more.</summary>
    public required int Workers { get; init; }

    /// <summary>Seconds that open streams get when a worker is told to stop.</summary>
    public required int WorkerShutdownSeconds { get; init; }
}

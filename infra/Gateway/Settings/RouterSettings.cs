using System.Collections.Immutable;

namespace Clawdbot.Infra.Gateway.Settings;

/// <summary>Everything that the Router needs to know, as <c>router.json</c>. docs/gateway-settings.md describes each member.</summary>
public sealed record RouterSettings
{
    /// <summary>Version of the document; a removed or changed member raises it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Ports.</summary>
    public required ListenSettings Listen { get; init; }

    /// <summary>Models that clients may ask for, by name.</summary>
    public required ImmutableArray<RouterModel> Models { get; init; }

    /// <summary>Pools behind them, by name.</summary>
    public required ImmutableArray<RouterPool> Pools { get; init; }

    /// <summary>File with the key that model servers ask for.</summary>
    public required string ModelServerKeyFile { get; init; }

    /// <summary>Times.</summary>
    public required TimeoutSettings Timeouts { get; init; }

    /// <summary>Concurrency, queue and priorities.</summary>
    public required AdmissionSettings Admission { get; init; }

    /// <summary>Retries.</summary>
    public required RetrySettings Retries { get; init; }

    /// <summary>Health checks.</summary>
    public required HealthSettings Health { get; init; }

    /// <summary>Weights of the nodes.</summary>
    public required WeightSettings Weights { get; init; }

    /// <summary>Session affinity.</summary>
    public required AffinitySettings Affinity { get; init; }

    /// <summary>Degradation ladder.</summary>
    public required DegradationSettings Degradation { get; init; }

    /// <summary>Answer cache.</summary>
    public required CacheSettings Cache { get; init; }

    /// <summary>Headers from the access tier.</summary>
    public required TrustedHeaders Headers { get; init; }

    /// <summary>Live configuration; null on a single machine.</summary>
    public required EtcdSettings? Etcd { get; init; }

    /// <summary>Load and heat.</summary>
    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>Seconds that running requests get when the program is told to stop.</summary>
    public required int DrainSeconds { get; init; }
}

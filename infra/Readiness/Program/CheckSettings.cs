namespace Clawdbot.Infra.Readiness.Program;

/// <summary>What the checklist asks besides the gateway.</summary>
internal sealed record CheckSettings
{
    /// <summary>Seconds that one attempt at one item may take.</summary>
    public required int ItemSeconds { get; init; }

    /// <summary>Seconds in which an item that does not hold is tried again: metrics and status of new pods come late.</summary>
    public required int PatienceSeconds { get; init; }

    /// <summary>Prometheus.</summary>
    public required string PrometheusUrl { get; init; }

    /// <summary>Value of the label <c>job</c> of the Router's metrics.</summary>
    public required string RouterJob { get; init; }

    /// <summary>Cards and how full their memory may be.</summary>
    public required GpuSettings[] Gpus { get; init; }

    /// <summary>Status of the Router.</summary>
    public required string RouterStatusUrl { get; init; }

    /// <summary>Health of the Router.</summary>
    public required string RouterHealthUrl { get; init; }

    /// <summary>Pools that the Router must know.</summary>
    public required PoolSettings[] Pools { get; init; }

    /// <summary>The live configuration.</summary>
    public required EtcdSettings Etcd { get; init; }

    /// <summary>Where the probe of the storage answers.</summary>
    public required string StorageUrl { get; init; }

    /// <summary>The repair script.</summary>
    public required string Script { get; init; }
}

using System.Collections.Immutable;

namespace Clawdbot.Infra.Readiness;

/// <summary>What the gate checks. Plain values, known before anything is deployed; <see cref="ReadinessPlan"/> makes them of the plan.</summary>
public sealed record ReadinessSpec
{
    /// <summary>The load of items 5 and 6, with the models of items 2, 6 and 7.</summary>
    public required LoadTestSpec Load { get; init; }

    /// <summary>Pools of item 4.</summary>
    public required ImmutableArray<ReadyPool> Pools { get; init; }

    /// <summary>Cards of item 3.</summary>
    public required ImmutableArray<ReadyGpus> Gpus { get; init; }

    /// <summary>Address of each member of etcd, for item 9 and the mode.</summary>
    public required ImmutableArray<string> EtcdEndpoints { get; init; }

    /// <summary>A hash of everything planned that the items judge without naming it: images, flags, limits. Another one is another Job.</summary>
    /// <value>Default: empty.</value>
    public string PlanHash { get; init; } = "";

    /// <summary>Prometheus, for items 3 and 12.</summary>
    public string PrometheusUrl { get; init; } = Gateway.GatewayDefaults.PrometheusUrl;

    /// <summary>Seconds in which an item that does not hold is tried again.</summary>
    /// <value>0 to 1800; default 180.</value>
    public int PatienceSeconds { get; init; } = ReadinessGateDefaults.PatienceSeconds;

    /// <summary>Whether a deployment waits for the gate, and fails with it.</summary>
    /// <value>Default: true.</value>
    public bool Wait { get; init; } = true;

    /// <summary>Whether the probe of the storage may run on GPU nodes: needed where the storage is a directory of those.</summary>
    /// <value>Default: false.</value>
    public bool StorageOnGpuNodes { get; init; }

    /// <summary>Seconds that the program may take: login and items, each with its patience, the load for errors, and that for times for each model.</summary>
    public int DeadlineSeconds =>
        (2 * (PatienceSeconds + ReadinessGateDefaults.ItemSeconds)) + ((1 + Load.Models.Length) * (Load.Profile.Seconds + Load.RequestSeconds)) + LoadTestDefaults.SlackSeconds;

    /// <summary>Seconds that the Job may take, its second attempt after the loss of a pod included.</summary>
    public int JobSeconds => (ReadinessGateDefaults.Attempts * DeadlineSeconds) + LoadTestDefaults.StartSeconds;
}

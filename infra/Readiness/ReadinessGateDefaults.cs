using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Etcd;
using Clawdbot.Infra.Platform;

namespace Clawdbot.Infra.Readiness;

/// <summary>Choices of <see cref="ReadinessGate"/>; those of its load are in <see cref="LoadTestDefaults"/>.</summary>
public static class ReadinessGateDefaults
{
    /// <summary>Name of the objects, and value of <c>app.kubernetes.io/name</c> and <c>app.kubernetes.io/component</c>.</summary>
    public const string Component = "readiness";

    /// <summary>The same for the probe of the storage, which runs where the claim is.</summary>
    public const string StorageComponent = "readiness-storage";

    /// <summary>Key of the mode of the system.</summary>
    public const string ModeKey = $"{EtcdAccess.Everything}mode";

    /// <summary>Value while the system is not to be used. The gate writes it when it finds none, and after each failure.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>Value once all twelve items held.</summary>
    public const string Production = "production";

    /// <summary>Seconds for one attempt at one item: more than any answer inside a cluster takes, and two attempts of the storage's slowest kinds.</summary>
    public const int ItemSeconds = 20;

    /// <summary>Seconds in which items are tried again: metrics of new pods arrive after discovery (30 s) and scrapes (30 s), with as much again to spare.</summary>
    public const int PatienceSeconds = 180;

    /// <summary>
    /// At the knee of a healthy system the same measurement was seen to give 0.7 s and 45 s, so times are taken below it.
    /// https://docs.nvidia.com/aicr/contributor-guide/inference-perf-fluctuation-investigation.md
    /// </summary>
    public const int KneePercent = 70;

    /// <summary>Share of the access tier's rate limit that the load uses.</summary>
    public const int RatePercent = 90;

    /// <summary>Attempts: a second one when the pod was lost. Failed items are final.</summary>
    public const int Attempts = 2;

    /// <summary>Seconds that a finished Job stays for its log: three days, a weekend.</summary>
    public const int TtlSeconds = 3 * 24 * 3600;

    /// <summary>Seconds that a deployment waits longer than the Job may run, so that the Job's own end is what it reports.</summary>
    public const int WaitSlackSeconds = 300;

    /// <summary>Port of the probe of the storage.</summary>
    public const int StoragePort = 8081;

    /// <summary>Name of that port.</summary>
    public const string StoragePortName = "http";

    /// <summary>Where the probe mounts the storage as servers do.</summary>
    public const string ReadOnlyPath = "/mnt/ceph/models-as-servers-see-them";

    /// <summary>Folder of the client certificate for etcd.</summary>
    public const string EtcdCertificatePath = "/run/clawdbot/etcd/tls";

    /// <summary>Folder of user and password for etcd.</summary>
    public const string EtcdCredentialsPath = "/run/clawdbot/etcd/credentials";

    /// <summary>Shares of the knee in percent.</summary>
    public static IntegerRange KneePercents { get; } = new(10, 100);

    /// <summary>Patience in seconds.</summary>
    public static IntegerRange Patience { get; } = new(0, 1800);

    /// <summary>Numbers of a run.</summary>
    public static IntegerRange Runs { get; } = new(1, 1_000_000);

    /// <summary>Fewest members of etcd (C9.9).</summary>
    public const int FewestMembers = 3;

    /// <summary>Resources of the probe: as for the load, with less processor.</summary>
    internal static SourcePodSize StorageSize { get; } = LoadTestDefaults.Size with { CpuRequest = "250m", CpuLimit = "1" };
}

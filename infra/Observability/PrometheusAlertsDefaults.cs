using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Observability;

/// <summary>Choices of <see cref="PrometheusAlerts"/>. The figures marked A, B and C are requirements; the others say where they come from.</summary>
public static class PrometheusAlertsDefaults
{
    /// <summary>
    /// Where the pages of the alerts are. The default is their path in this repository; a stack that publishes them sets an address.
    /// </summary>
    public const string RunbookBaseUrl = "docs/runbooks";

    /// <summary>Label by which the operator of kube-prometheus-stack selects rules: its release name.</summary>
    public const string ReleaseLabel = "release";

    /// <summary>Release name of kube-prometheus-stack, also the beginning of its service names.</summary>
    public const string Release = "kube-prometheus-stack";

    /// <summary>Value of <c>app.kubernetes.io/component</c> of the rules.</summary>
    public const string Component = "alerts";

    /// <summary>Name of the Secret with Alertmanager's configuration; no secret stands in it, but Alertmanager reads only Secrets.</summary>
    public const string RoutingSecret = "alertmanager-routing";

    /// <summary>Key in it; the name is the operator's.</summary>
    public const string RoutingKey = "alertmanager.yaml";

    /// <summary>Seconds between scrapes: the default of kube-prometheus-stack.</summary>
    public const int ScrapeSeconds = 30;

    /// <summary>Seconds between scrapes that make sense: below 5 the exporters are the load, above 60 a five-minute rate has too few points.</summary>
    public static IntegerRange ScrapeRange { get; } = new(5, 60);

    /// <summary>Scrapes that a condition must last, so that one lost scrape wakes nobody.</summary>
    public const int LeastScrapes = 2;

    /// <summary>Requests that a Router answers at the same time (B2).</summary>
    public const int GatewayConcurrency = 32;

    /// <summary>Requests that may wait in a Router (B2, B8).</summary>
    public const int QueueLimit = 128;

    /// <summary>Waiting requests from which a person should know (B3).</summary>
    public const int QueueWarning = 50;

    /// <summary>Share of the queue limit from which refusals are seconds away: at the flood of B6 (100 messages a minute) the last tenth fills in 8 s.</summary>
    public const double QueueCriticalShare = 0.9;

    /// <summary>Share of requests without a server error. C5 reports 99.98 %; 99.9 % is what a stack promises until it has measured its own.</summary>
    public const double Objective = 0.999;

    /// <summary>Objectives that alerts can tell from noise.</summary>
    public const double LeastObjective = 0.9;

    /// <summary>Highest sensible objective: above it the budget of a month is four minutes, less than the shortest alert needs.</summary>
    public const double HighestObjective = 0.9999;

    /// <summary>How many times faster than even the budget goes when two of a hundred of a month's budget go in an hour (SRE workbook, "Alerting on SLOs").</summary>
    public const double FastBurn = 14.4;

    /// <summary>
    /// Failed requests in the long window below which no budget burns: a quiet night of B6's normal profile has some 300 requests an
    /// hour, where a single failure would already be 0.3 %.
    /// </summary>
    public const int LeastFailures = 5;

    /// <summary>Share of errors at which the ladder of C8 takes its first step.</summary>
    public const double FirstStepErrors = 0.05;

    /// <summary>Share of a pool's requests that clients gave up on, or that a stopping server cut; more is more than people changing their mind.</summary>
    public const double AbortedShare = 0.05;

    /// <summary>Share of the KV cache from which a burst makes vLLM preempt: it starts over what it drops.</summary>
    public const double KvUsageLimit = 0.9;

    /// <summary>Preempted requests per minute of a pool that are a pattern and not a burst.</summary>
    public const int PreemptionsPerMinute = 1;

    /// <summary>Cards with less memory than this, in MiB, count as "24 GB cards" of C9.6, the others as "40 GB+"; the smallest of those, the A100, reports 40960.</summary>
    public const int LargeCardMiB = 40_000;

    /// <summary>Answer time at the 95th percentile on 24 GB cards, in seconds (C9.6).</summary>
    public const double SmallCardAnswerSeconds = 4.5;

    /// <summary>Answer time at the 95th percentile on cards of 40 GB and more, in seconds (C9.6).</summary>
    public const double LargeCardAnswerSeconds = 2.8;

    /// <summary>No first-token target is stricter than this, in seconds (A1).</summary>
    public const double LeastFirstTokenSeconds = 0.3;

    /// <summary>No target between two tokens is stricter than this, in seconds: 20 tokens a second is faster than people read.</summary>
    public const double LeastTokenSeconds = 0.05;

    /// <summary>Share of a card's memory in use (C9.3), unless a pool is planned with more.</summary>
    public const double GpuMemoryLimit = 0.85;

    /// <summary>Temperature of a card in degrees Celsius from which the Router gives its node little to do (C4).</summary>
    public const int GpuHotCelsius = 85;

    /// <summary>Temperature in degrees Celsius at which cards are a few degrees from slowing down or switching off (A10 and A100 slow down at 92 to 95).</summary>
    public const int GpuCriticalCelsius = 90;

    /// <summary>
    /// XIDs after which the card must be reset or replaced: double-bit ECC error, row remap failure, NVLink error, fallen off the bus,
    /// uncontained ECC error, GSP timeout and error. https://docs.nvidia.com/deploy/xid-errors/
    /// </summary>
    public static ImmutableArray<int> HardwareXids { get; } = [48, 64, 74, 79, 95, 119, 120];

    /// <summary>XIDs of the program or of a contained error: the server must restart, the card may stay. https://docs.nvidia.com/deploy/xid-errors/</summary>
    public static ImmutableArray<int> ApplicationXids { get; } = [13, 31, 43, 45, 63, 94];

    /// <summary>PCIe replays in 15 minutes; a sound link has none or a few after boot.</summary>
    public const int PcieReplays = 10;

    /// <summary>Metrics outside the exporter's default list for which there are alerts: they exist only when its counters file names them.</summary>
    public static ImmutableArray<string> OptionalGpuCounters { get; } = ["DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "DCGM_FI_DEV_POWER_VIOLATION", "DCGM_FI_DEV_THERMAL_VIOLATION"];

    /// <summary>Processor share of a node (B3).</summary>
    public const double CpuLimit = 0.8;

    /// <summary>Memory share of a node; above it the kubelet's eviction is near.</summary>
    public const double MemoryLimit = 0.9;

    /// <summary>Free share of a file system at which to clean up; kubelets delete images from 15 % on.</summary>
    public const double DiskFreeWarning = 0.15;

    /// <summary>Free share of a file system at which kubelets are about to evict pods (10 %).</summary>
    public const double DiskFreeCritical = 0.08;

    /// <summary>Time of the slowest hundredth of log writes of etcd, in seconds: one heartbeat (100 ms); beyond it followers miss beats.</summary>
    public const double EtcdFsyncSeconds = 0.1;

    /// <summary>Time of the slowest hundredth of etcd's backend commits, in seconds; the figure of etcd's own alerts.</summary>
    public const double EtcdCommitSeconds = 0.25;

    /// <summary>Round trip between members of etcd, slowest hundredth, in seconds; the figure of etcd's own alerts.</summary>
    public const double EtcdPeerSeconds = 0.15;

    /// <summary>Changes of leader in 15 minutes that a rollout of three members does not explain.</summary>
    public const int EtcdLeaderChanges = 4;

    /// <summary>Failed proposals in 15 minutes; the figure of etcd's own alerts.</summary>
    public const int EtcdFailedProposals = 5;

    /// <summary>Share of etcd's quota from which to compact or raise it; at the quota it refuses writes.</summary>
    public const double EtcdQuotaWarning = 0.8;

    /// <summary>Share of etcd's quota from which refusal is near.</summary>
    public const double EtcdQuotaCritical = 0.95;

    /// <summary>Share of etcd's file in use below which defragmenting pays.</summary>
    public const double EtcdUsedShare = 0.5;

    /// <summary>Size of etcd's file in MiB below which nobody cares for its holes.</summary>
    public const int EtcdFragmentedMiB = 100;

    /// <summary>Backup periods after which the newest backup is too old: one may fail, two may not.</summary>
    public const int BackupPeriods = 2;

    /// <summary>Used share of Ceph from which to add disks; Ceph itself warns at 85 %, and three copies on three hosts cannot move.</summary>
    public const double CephUsedWarning = 0.75;

    /// <summary>Used share of Ceph at which it warns itself (nearfull); at 95 % it stops writes.</summary>
    public const double CephUsedCritical = 0.85;

    /// <summary>Free share of the claim with the weights from which the next revision may not fit.</summary>
    public const double VolumeFree = 0.1;

    /// <summary>Days before the end of a certificate: cert-manager renews a 90-day one at 30, so at 14 it has failed for two weeks.</summary>
    public const int CertificateHorizonDays = 14;

    /// <summary>Sensible horizons in days.</summary>
    public static IntegerRange CertificateHorizonRange { get; } = new(2, 60);

    /// <summary>Days before the end of a token that the stack handed out: only a deployment renews it, so a person needs time for a change.</summary>
    public const int TokenHorizonDays = 14;

    /// <summary>Days before the end at which a person is called.</summary>
    public const int CertificateCriticalDays = 1;

    /// <summary>Time that the slowest twentieth of messages waits in the assistant's lanes, in seconds: half of the request timeout of B2.</summary>
    public const int AssistantWaitSeconds = 30;

    /// <summary>Share of the pod's memory limit; the heap limit is below it, so that what is above it grows outside the heap.</summary>
    public const double AssistantMemoryShare = 0.9;

    /// <summary>Restarts in an hour that are a loop and not an update.</summary>
    public const int Restarts = 2;
}

using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Platform;

/// <summary>
/// Choices of <see cref="PlatformAddons"/>. Versions are those of autumn 2026, each with where it was seen; none was installed by us,
/// because there is no cluster on the machines that this is built on.
/// </summary>
public static class PlatformAddonsDefaults
{
    /// <summary>cert-manager/website pull request 2202 (1.21, July 2026); 1.21.2 in Rusty-Gopher/kupre 0.3.0, October 2026. Kubernetes 1.33 to 1.36.</summary>
    public const string CertManagerVersion = "v1.21.2";

    /// <summary>Brings prometheus-operator 0.93 (prometheus-community/helm-charts pull request 7152); 88.6.4 in ocf/kubernetes pull request 162, 2026.</summary>
    public const string MonitoringVersion = "88.6.4";

    /// <summary>kedacore/keda-olm-operator issue 332, August 2026; the chart bears the version of the program.</summary>
    public const string KedaVersion = "2.20.2";

    /// <summary>NVIDIA/k8s-device-plugin, deployments/helm, 2026.</summary>
    public const string DevicePluginVersion = "0.20.0";

    /// <summary>shaman007/home-k3s pull request 640, August 2026.</summary>
    public const string GpuOperatorVersion = "v26.7.0";

    /// <summary>NVIDIA/dcgm-exporter pull request 712, July 2026; the image is 4.6.0-4.8.3-distroless.</summary>
    public const string DcgmExporterVersion = "4.8.3";

    /// <summary>rook/rook, August 2026; Ceph 20.2 and Kubernetes 1.31 to 1.36.</summary>
    public const string RookVersion = "v1.20.6";

    /// <summary>The drivers' own chart, which Rook needs since 1.20; it goes with ceph-csi-operator 1.0.4 (rook/rook, August 2026).</summary>
    public const string CsiDriversVersion = "1.0.4";

    /// <summary>entigolabs/entigo-infralib pull request 1583, August 2026; cluster-autoscaler 1.35.</summary>
    public const string ClusterAutoscalerVersion = "9.59.0";

    /// <summary>aws/karpenter-provider-aws, 2026.</summary>
    public const string KarpenterVersion = "1.14.1";

    /// <summary>kubernetes-sigs/metrics-server, July 2025; not confirmed to be the newest.</summary>
    public const string MetricsServerVersion = "3.13.0";

    /// <summary>Name of the storage class of <see cref="BlockStorage.Ebs"/>, as the settings of etcd, assistant and Ceph's disks name it.</summary>
    public const string BlockStorageClass = "gp3";

    /// <summary>https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md</summary>
    public const string EbsDriver = "ebs.csi.aws.com";

    /// <summary>Seconds that a release may take: the largest pulls a dozen images on fresh nodes. After it, Helm takes everything back.</summary>
    public const int TimeoutSeconds = 900;

    /// <summary>Old revisions of a release kept for a rollback; each is a Secret.</summary>
    public const int MaxHistory = 5;

    /// <summary>Days that Prometheus keeps records: two weeks, and a day to look at them.</summary>
    public const int RetentionDays = 15;

    /// <summary>Volume of Prometheus in GiB.</summary>
    public const int StorageGiB = 50;

    /// <summary>Volume of Alertmanager, which holds silences only.</summary>
    public const string AlertmanagerStorage = "2Gi";

    /// <summary>Records of one day in GiB: 300 000 series read every 30 s at 2 bytes (Prometheus documentation: 1 to 2 bytes).</summary>
    public const int GiBPerDay = 2;

    /// <summary>Share of the volume in percent that records may fill; the rest is for the write-ahead log and compaction.</summary>
    public const int UsableStoragePercent = 85;

    /// <summary>Secret with the password of Grafana.</summary>
    public const string GrafanaSecret = "grafana-admin";

    /// <summary>Characters of that password.</summary>
    public const int PasswordLength = 32;

    /// <summary>Time that a node must be idle before cluster-autoscaler takes it: a model server on a new one needs as long to load again.</summary>
    public const string IdleNodeTime = "900s";

    /// <summary>
    /// Seconds that cluster-autoscaler lets a pod end (600 by itself): as long as the longest drain that a pool may have, or removing a node would cut answers.
    /// </summary>
    public static int MaxGracefulSeconds => ModelPoolDefaults.PreStopSeconds + ModelPoolDefaults.DrainSeconds.Maximum + ModelPoolDefaults.ShutdownSlackSeconds;

    /// <summary>Days that Prometheus keeps records.</summary>
    public static IntegerRange RetentionRange { get; } = new(1, 365);

    /// <summary>Volume of Prometheus in GiB; 16384 is the largest gp3 volume.</summary>
    public static IntegerRange StorageRange { get; } = new(10, 16384);

    /// <summary>Types that the DCGM exporter knows.</summary>
    public static IReadOnlyList<string> CounterTypes { get; } = ["gauge", "counter", "histogram", "label"];
}

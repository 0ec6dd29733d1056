using System.Collections.Immutable;

namespace Clawdbot.Infra.Platform;

/// <summary>The programs that the cluster must have besides ours. Plain values, known before anything is deployed.</summary>
public sealed record PlatformAddonsSpec
{
    /// <summary>cert-manager, which issues all certificates.</summary>
    public AddonSource CertManager { get; init; } = AddonSource.Install;

    /// <summary>What offers GPUs to pods.</summary>
    public GpuSupport Gpus { get; init; } = GpuSupport.DevicePlugin;

    /// <summary>Whether the GPU nodes run Bottlerocket, whose NVIDIA images contain the device plugin.</summary>
    public bool BottlerocketNodes { get; init; }

    /// <summary>The exporter of GPU metrics.</summary>
    public AddonSource DcgmExporter { get; init; } = AddonSource.Install;

    /// <summary>What the exporter exports: one <c>FIELD, type, help</c> in each line; <c>#</c> begins a comment.</summary>
    /// <value>Default: <see cref="GpuCounters.Default"/>.</value>
    public string GpuCounterList { get; init; } = GpuCounters.Default;

    /// <summary>The Rook operator and the CSI drivers of Ceph; only where models lie on CephFS.</summary>
    public AddonSource Rook { get; init; } = AddonSource.Existing;

    /// <summary>Prometheus with its operator, Alertmanager, Grafana and the exporters of nodes and objects.</summary>
    public AddonSource Monitoring { get; init; } = AddonSource.Install;

    /// <summary>How long Prometheus keeps records, in days.</summary>
    /// <value>1 to 365; default 15.</value>
    public int PrometheusRetentionDays { get; init; } = PlatformAddonsDefaults.RetentionDays;

    /// <summary>Volume of Prometheus, in GiB.</summary>
    /// <value>10 to 16384; default 50.</value>
    public int PrometheusStorageGiB { get; init; } = PlatformAddonsDefaults.StorageGiB;

    /// <summary>Storage class of the volumes of Prometheus and Alertmanager.</summary>
    /// <value>Default: empty, the cluster's default class. Never a shared file system: Prometheus supports none.</value>
    public string StorageClass { get; init; } = "";

    /// <summary>Secret in the monitoring namespace with <c>alertmanager.yaml</c>.</summary>
    /// <value>Default: empty, the chart's own configuration, which notifies nobody.</value>
    public string AlertmanagerSecret { get; init; } = "";

    /// <summary>Secrets in the monitoring namespace with what Alertmanager presents to its receivers.</summary>
    /// <value>Default: none.</value>
    public ImmutableArray<string> AlertmanagerReceiverSecrets { get; init; } = [];

    /// <summary>KEDA, which scales pools.</summary>
    public AddonSource Keda { get; init; } = AddonSource.Install;

    /// <summary>metrics-server, without which nothing scales by processor load; EKS and most other clusters offer it as an add-on of their own.</summary>
    public AddonSource MetricsServer { get; init; } = AddonSource.Existing;

    /// <summary>Where volumes of a single pod come from.</summary>
    public BlockStorage BlockStorage { get; init; } = BlockStorage.Existing;

    /// <summary>What adds and removes nodes.</summary>
    public NodeScaler NodeScaler { get; init; } = new NodeScaler.None();

    /// <summary>Versions other than the pinned ones, by release name.</summary>
    /// <value>Default: empty.</value>
    public ImmutableSortedDictionary<string, string> Versions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The charts to install, in an order in which they can be.</summary>
    public ImmutableArray<HelmChart> Charts => PlatformCharts.For(this);
}

using System.Collections.Immutable;

namespace Clawdbot.Infra.Observability;

/// <summary>Everything that decides which alerts exist and at which values they fire. Plain values, known before anything is deployed.</summary>
public sealed record AlertingPlan
{
    /// <summary>The pools; at least one, names distinct.</summary>
    public required ImmutableArray<AlertedPool> Pools { get; init; }

    /// <summary>Access tier and Router.</summary>
    /// <value>Default: null, there is no gateway.</value>
    public AlertedGateway? Gateway { get; init; }

    /// <summary>Cards with a DCGM exporter, one entry for each SKU.</summary>
    /// <value>Empty by default: no exporter.</value>
    public ImmutableArray<AlertedGpus> Gpus { get; init; } = [];

    /// <summary>Metrics that the DCGM exporter has beyond its default list, of <see cref="PrometheusAlertsDefaults.OptionalGpuCounters"/>.</summary>
    /// <value>Empty by default.</value>
    public ImmutableArray<string> GpuCounters { get; init; } = [];

    /// <summary>Whether kube-state-metrics, kubelets and node exporters are scraped.</summary>
    /// <value>Default: true.</value>
    public bool OnKubernetes { get; init; } = true;

    /// <summary>The configuration's etcd.</summary>
    /// <value>Default: null, there is none.</value>
    public AlertedEtcd? Etcd { get; init; }

    /// <summary>What the weights lie on.</summary>
    /// <value>Default: nothing that Prometheus sees.</value>
    public AlertedStorage Storage { get; init; } = new AlertedStorage.Unmonitored();

    /// <summary>Whether Jobs load the weights.</summary>
    /// <value>Default: false.</value>
    public bool HasModelLoader { get; init; }

    /// <summary>Days before its end at which a certificate should long have been renewed.</summary>
    /// <value>2 to 60. Default: null, cert-manager is not used.</value>
    public int? CertificateHorizonDays { get; init; }

    /// <summary>The assistant.</summary>
    /// <value>Default: null, it is not part of the plan.</value>
    public AlertedAssistant? Assistant { get; init; }

    /// <summary>Whether an Alertmanager receives the alerts and is scraped.</summary>
    /// <value>Default: true.</value>
    public bool HasAlertmanager { get; init; } = true;

    /// <summary>Seconds between two scrapes; no alert fires on less than two.</summary>
    /// <value>5 to 60. Default: <see cref="PrometheusAlertsDefaults.ScrapeSeconds"/>.</value>
    public int ScrapeSeconds { get; init; } = PrometheusAlertsDefaults.ScrapeSeconds;

    /// <summary>Pools that KEDA scales.</summary>
    public IEnumerable<AlertedPool> ScaledPools => Pools.Where(pool => pool.MaxReplicas is not null);
}

namespace Clawdbot.Infra.Observability;

/// <summary>Which parts the system has. Plain values, known before anything is deployed.</summary>
public sealed record ScrapeTargetsSpec
{
    /// <summary>Access tier and Router.</summary>
    public bool Gateway { get; init; } = true;

    /// <summary>etcd.</summary>
    public bool Etcd { get; init; } = true;

    /// <summary>The assistant, whose figures need its token; only with the plugin that exports them.</summary>
    public bool Assistant { get; init; }

    /// <summary>Namespace of the DCGM exporter.</summary>
    /// <value>Default: empty, there is none.</value>
    public string GpuExporterNamespace { get; init; } = "";

    /// <summary>Ceph, by the Service names that Rook gives.</summary>
    public bool Ceph { get; init; }

    /// <summary>cert-manager.</summary>
    public bool CertManager { get; init; } = true;

    /// <summary>KEDA.</summary>
    public bool Keda { get; init; }

    /// <summary>Seconds between two scrapes.</summary>
    /// <value>5 to 60. Default: <see cref="PrometheusAlertsDefaults.ScrapeSeconds"/>.</value>
    public int ScrapeSeconds { get; init; } = PrometheusAlertsDefaults.ScrapeSeconds;
}

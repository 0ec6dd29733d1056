using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Observability;

/// <summary>Choices of <see cref="ScrapeTargets"/>.</summary>
public static class ScrapeTargetsDefaults
{
    /// <summary>Role of the objects.</summary>
    public const string Component = "scrape-target";

    /// <summary>Port of cert-manager's controller (cert-manager chart, <c>prometheus.servicemonitor.targetPort</c> names it; the number is older than the name).</summary>
    public const int CertManagerPort = 9402;

    /// <summary>Port of KEDA's operator (kedacore/charts, <c>prometheus.operator.port</c>).</summary>
    public const int KedaPort = 8080;

    /// <summary>Port of the DCGM exporter (dcgm-exporter chart, <c>service.port</c>).</summary>
    public const int GpuExporterPort = 9400;

    /// <summary>A scrape that takes longer than most of the interval is lost rather than overlapping the next.</summary>
    public const int LongestTimeoutSeconds = 10;

    /// <summary>Below 5 s Prometheus grows faster than it helps; above 60 s rules over one minute see nothing.</summary>
    public static IntegerRange ScrapeSeconds { get; } = new(5, 60);
}

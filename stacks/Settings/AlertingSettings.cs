using System.Collections.Immutable;
using Clawdbot.Infra.Observability;

namespace Clawdbot.Stacks.Settings;

/// <summary>What a stack file says about alerts; the rest follows from the other sections.</summary>
internal sealed record AlertingSettings
{
    /// <summary>Where the pages of the alerts are.</summary>
    public string RunbookBaseUrl { get; init; } = PrometheusAlertsDefaults.RunbookBaseUrl;

    /// <summary>Release name of kube-prometheus-stack.</summary>
    public string Release { get; init; } = PrometheusAlertsDefaults.Release;

    /// <summary>Share of requests that must be answered without a server error.</summary>
    public double Objective { get; init; } = PrometheusAlertsDefaults.Objective;

    /// <summary>Seconds between two scrapes.</summary>
    public int ScrapeSeconds { get; init; } = PrometheusAlertsDefaults.ScrapeSeconds;

    /// <summary>Days before its end at which a certificate should long have been renewed.</summary>
    public int CertificateHorizonDays { get; init; } = PrometheusAlertsDefaults.CertificateHorizonDays;

    /// <summary>Metrics that the DCGM exporter has beyond its default list.</summary>
    public ImmutableArray<string> GpuCounters { get; init; } = [];

    /// <summary>Who is told.</summary>
    public AlertRoutingSpec Routing { get; init; } = new();
}

namespace Clawdbot.Infra.Observability;

/// <summary>Which dashboards there are. Plain values, known before anything is deployed.</summary>
public sealed record DashboardsSpec
{
    /// <summary>What dashboards and their thresholds are derived from; the same as for the alerts.</summary>
    public required AlertingPlan Plan { get; init; }

    /// <summary>Seconds between two refreshes.</summary>
    /// <value>5 to 3600. Default: <see cref="DashboardsDefaults.RefreshSeconds"/>.</value>
    public int RefreshSeconds { get; init; } = DashboardsDefaults.RefreshSeconds;

    /// <summary>Hours shown at first.</summary>
    /// <value>1 to 720. Default: <see cref="DashboardsDefaults.RangeHours"/>.</value>
    public int RangeHours { get; init; } = DashboardsDefaults.RangeHours;

    /// <summary>Where the pages of the alerts are; panels link to them only if it is an address.</summary>
    /// <value>As for the alerts. Default: <see cref="PrometheusAlertsDefaults.RunbookBaseUrl"/>.</value>
    public string RunbookBaseUrl { get; init; } = PrometheusAlertsDefaults.RunbookBaseUrl;
}

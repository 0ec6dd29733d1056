namespace Clawdbot.Infra.Observability;

/// <summary>Which alerts there are, and who is told. Plain values, known before anything is deployed.</summary>
public sealed record PrometheusAlertsSpec
{
    /// <summary>What the alerts are derived from.</summary>
    public required AlertingPlan Plan { get; init; }

    /// <summary>Who is told.</summary>
    /// <value>Default: nobody; alerts are visible in Alertmanager only.</value>
    public AlertRoutingSpec Routing { get; init; } = new();

    /// <summary>Where the pages of the alerts are.</summary>
    /// <value>An http or https address, or a path below the repository. Default: <see cref="PrometheusAlertsDefaults.RunbookBaseUrl"/>.</value>
    public string RunbookBaseUrl { get; init; } = PrometheusAlertsDefaults.RunbookBaseUrl;

    /// <summary>Release name of kube-prometheus-stack, by which its operator selects rules.</summary>
    /// <value>Default: <see cref="PrometheusAlertsDefaults.Release"/>.</value>
    public string Release { get; init; } = PrometheusAlertsDefaults.Release;

    /// <summary>The rules as a file, for a Prometheus without operator.</summary>
    public string RuleFileText => RuleFile.Text(AlertCatalog.For(Plan), RunbookBaseUrl);
}

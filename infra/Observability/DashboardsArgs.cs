using Pulumi;

namespace Clawdbot.Infra.Observability;

/// <summary>Arguments of <see cref="Dashboards"/>.</summary>
public sealed class DashboardsArgs : ResourceArgs
{
    /// <summary>Which dashboards there are.</summary>
    public required DashboardsSpec Spec { get; init; }

    /// <summary>Namespace of Grafana.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }
}

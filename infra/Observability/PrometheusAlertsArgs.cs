using Pulumi;

namespace Clawdbot.Infra.Observability;

/// <summary>Arguments of <see cref="PrometheusAlerts"/>.</summary>
public sealed class PrometheusAlertsArgs : ResourceArgs
{
    /// <summary>Which alerts there are, and who is told.</summary>
    public required PrometheusAlertsSpec Spec { get; init; }

    /// <summary>Namespace of Prometheus and Alertmanager.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }
}

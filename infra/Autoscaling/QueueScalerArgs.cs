using Pulumi;

namespace Clawdbot.Infra.Autoscaling;

/// <summary>Arguments of <see cref="QueueScaler"/>.</summary>
public sealed class QueueScalerArgs : ResourceArgs
{
    /// <summary>When the pool grows and shrinks.</summary>
    public required QueueScalerSpec Spec { get; init; }

    /// <summary>Namespace of the pool.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Address of Prometheus as KEDA reaches it.</summary>
    /// <value>Default: <see cref="QueueScalerDefaults.PrometheusAddress"/>.</value>
    [Input("prometheusAddress")]
    public Input<string> PrometheusAddress { get; init; } = QueueScalerDefaults.PrometheusAddress;
}

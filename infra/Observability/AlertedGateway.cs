namespace Clawdbot.Infra.Observability;

/// <summary>What the plan says about access tier and Router, as far as alerts need it.</summary>
public sealed record AlertedGateway
{
    /// <summary>Requests that a Router answers at the same time (B2).</summary>
    /// <value>Default: <see cref="PrometheusAlertsDefaults.GatewayConcurrency"/>.</value>
    public int Concurrency { get; init; } = PrometheusAlertsDefaults.GatewayConcurrency;

    /// <summary>Requests that may wait in a Router (B2, B8).</summary>
    /// <value>Default: <see cref="PrometheusAlertsDefaults.QueueLimit"/>.</value>
    public int QueueLimit { get; init; } = PrometheusAlertsDefaults.QueueLimit;

    /// <summary>Waiting requests from which a person should know (B3).</summary>
    /// <value>Below <see cref="QueueLimit"/>. Default: <see cref="PrometheusAlertsDefaults.QueueWarning"/>.</value>
    public int QueueWarning { get; init; } = PrometheusAlertsDefaults.QueueWarning;

    /// <summary>Share of requests that must be answered without a server error.</summary>
    /// <value>0.9 to 0.9999. Default: <see cref="PrometheusAlertsDefaults.Objective"/>.</value>
    public double Objective { get; init; } = PrometheusAlertsDefaults.Objective;

    /// <summary>Whether the access tier runs in front of the Router and is scraped.</summary>
    /// <value>Default: true.</value>
    public bool HasAccessTier { get; init; } = true;

    /// <summary>Waiting requests from which the queue is about to refuse.</summary>
    public int QueueCritical => (int)(QueueLimit * PrometheusAlertsDefaults.QueueCriticalShare);
}

using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Autoscaling;

/// <summary>Choices of <see cref="QueueScaler"/>. 1 to 4 servers, 50, 10 and 60 s are those of requirement B4.</summary>
public static class QueueScalerDefaults
{
    /// <summary>API version of KEDA's objects; KEDA 2.20 (https://keda.sh/docs/2.20/reference/scaledobject-spec/).</summary>
    public const string ApiVersion = "keda.sh/v1alpha1";

    /// <summary>Value of <c>app.kubernetes.io/component</c> of the scaler.</summary>
    public const string Component = "autoscaler";

    /// <summary>Address of Prometheus: the Service that the chart kube-prometheus-stack makes.</summary>
    public const string PrometheusAddress = "http://kube-prometheus-stack-prometheus.monitoring.svc:9090";

    /// <summary>The least servers. KEDA's own default is 0, which would make the first user of the day wait for a model to load.</summary>
    public const int MinReplicas = 1;

    /// <summary>The most servers (B4).</summary>
    public const int MaxReplicas = 4;

    /// <summary>Waiting requests for each server above which another one starts (B4).</summary>
    public const int WaitingPerReplica = 50;

    /// <summary>Part of the upper threshold below which a server goes: 10 of 50 (B4).</summary>
    public const int ShrinkShare = 5;

    /// <summary>Seconds between two steps in the same direction (B4).</summary>
    public const int CooldownSeconds = 60;

    /// <summary>Seconds of a short queue before a server goes; Kubernetes and the EKS guide for vLLM use as much. Longer loads raise it.</summary>
    public const int ShrinkAfterSeconds = 300;

    /// <summary>Seconds of a long queue before a server starts: two scrapes of the servers, so that one burst does not cost the minutes of a load.</summary>
    public const int GrowAfterSeconds = 2 * Observability.PrometheusAlertsDefaults.ScrapeSeconds;

    /// <summary>Seconds between two readings of KEDA: half of the interval at which Prometheus asks the servers, so a new figure is seen soon; more often only repeats.</summary>
    public const int PollingSeconds = 15;

    /// <summary>Seconds that the gateway gives a whole request; a longer queue only holds requests that nobody waits for any more (B2).</summary>
    public const int LongestRequestSeconds = 60;

    /// <summary>Failed readings in a row before the fallback holds: one restart of Prometheus is no reason.</summary>
    public const int FallbackFailures = 3;

    /// <summary>Servers.</summary>
    public static IntegerRange MinReplicasRange { get; } = new(0, 64);

    /// <summary>Waiting requests for each server above which another one starts; 1 leaves no room for a second threshold.</summary>
    public static IntegerRange WaitingRange { get; } = new(2, 10000);

    /// <summary>Waiting requests for each server below which one goes.</summary>
    public static IntegerRange ShrinkRange { get; } = new(1, 5000);

    /// <summary>Seconds between two steps; 1800 is the longest <c>periodSeconds</c> of a HorizontalPodAutoscaler.</summary>
    public static IntegerRange CooldownRange { get; } = new(1, 1800);

    /// <summary>Seconds of a short queue; 3600 is the longest <c>stabilizationWindowSeconds</c> of a HorizontalPodAutoscaler.</summary>
    public static IntegerRange StabilizationRange { get; } = new(0, 3600);
}

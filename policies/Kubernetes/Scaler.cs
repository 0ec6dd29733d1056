using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>An autoscaler: a HorizontalPodAutoscaler, or KEDA's ScaledObject.</summary>
internal sealed class Scaler
{
    private readonly bool _isKeda;

    private Scaler(KubernetesObject item, bool isKeda)
    {
        Item = item;
        _isKeda = isKeda;
        Minimum = item.Spec[isKeda ? "minReplicaCount" : "minReplicas"];
        Maximum = item.Spec[isKeda ? "maxReplicaCount" : "maxReplicas"];
    }

    /// <summary>The object.</summary>
    public KubernetesObject Item { get; }

    /// <summary>The place of the smallest number of pods.</summary>
    public Property Minimum { get; }

    /// <summary>The place of the largest number of pods.</summary>
    public Property Maximum { get; }

    /// <summary>Whether it is KEDA's.</summary>
    public bool IsKeda => _isKeda;

    /// <summary>What it scales.</summary>
    public Property Target => Item.Spec["scaleTargetRef"];

    /// <summary>The smallest number of pods. KEDA's default is none at all.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public double LeastPods => Minimum.Number ?? (_isKeda ? 0 : 1);

    /// <summary>The largest number of pods.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public double MostPods => Maximum.Number ?? (_isKeda ? 100 : 1);

    /// <summary>Kind and name of what it scales.</summary>
    /// <exception cref="UnknownValueException">It is not known yet.</exception>
    public (string Kind, string Name) TargetName => (Target["kind"].Text ?? (_isKeda ? "Deployment" : ""), Target["name"].Text ?? "");

    /// <summary>The autoscaler that <paramref name="item"/> is; null when it is none.</summary>
    public static Scaler? Of(KubernetesObject item) => (item.Group, item.Kind) switch
    {
        ("autoscaling", "HorizontalPodAutoscaler") => new Scaler(item, false),
        ("keda.sh", "ScaledObject") => new Scaler(item, true),
        _ => null,
    };
}

using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>The autoscalers of a stack by what they scale.</summary>
internal sealed class StackScalers
{
    private readonly ILookup<(string Namespace, string Kind, string Name), Scaler> _byTarget;

    private StackScalers(PolicyStack stack) => _byTarget = stack.OfKind("HorizontalPodAutoscaler").Concat(stack.OfKind("ScaledObject"))
        .Select(Scaler.Of).OfType<Scaler>()
        .Where(s => s.Item.Namespace is not null && !s.Target["kind"].IsUnreadable && !s.Target["name"].IsUnreadable)
        .ToLookup(s => (s.Item.Namespace!, s.TargetName.Kind, s.TargetName.Name));

    /// <summary>The autoscalers of <paramref name="stack"/>.</summary>
    public static StackScalers Of(PolicyStack stack) => stack.View(s => new StackScalers(s));

    /// <summary>Those that scale <paramref name="workload"/>.</summary>
    public IEnumerable<Scaler> For(Workload workload) =>
        workload.Owner.Namespace is { } space && workload.Owner.Name is { Length: > 0 } name ? _byTarget[(space, workload.Owner.Kind, name)] : [];

    /// <summary>Whether <paramref name="workload"/> can have several pods at a time, by its own number or an autoscaler's.</summary>
    /// <exception cref="Values.UnknownValueException">A number is not known yet.</exception>
    public bool CanHaveSeveral(Workload workload) =>
        workload.IsReplicated && (For(workload).ToList() is { Count: > 0 } scalers ? scalers.Exists(s => s.MostPods > 1) : workload.Replicas > 1);
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Services that an autoscaler never leaves with one pod. KEDA's objects often scale workers, or pods with a GPU each: they are not asked for a second one.</summary>
internal sealed class AutoscalerRedundancy() : KubernetesRule(
    new PolicyMetadata("autoscaler-redundancy")
    {
        Title = "Horizontal autoscalers keep at least two pods",
        Description = "With one pod, every drain of its node is an outage.",
        Severity = PolicySeverity.Low,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [FrameworkReference.KubeLinter("hpa-minimum-replicas"), FrameworkReference.Polaris("hpaMinAvailability")],
        Remedy = "Set minReplicas to 2 or more.",
        Url = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
    },
    "HorizontalPodAutoscaler")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (Scaler.Of(item) is { IsKeda: false, LeastPods: 1 } scaler)
        {
            report.Violation(scaler.Minimum, "at least 2");
        }
    }
}

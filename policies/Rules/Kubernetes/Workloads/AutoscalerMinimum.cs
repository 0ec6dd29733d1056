using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Bounds of autoscalers.</summary>
internal sealed class AutoscalerMinimum() : KubernetesRule(
    new PolicyMetadata("autoscaler-minimum")
    {
        Title = "Autoscalers keep at least one pod, and their bounds are in order",
        Description = "KEDA's default minimum is none: the first message then waits for a node and a model to load, and metrics that the pods report are gone with the last of them.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.KubeLinter("hpa-minimum-replicas"), FrameworkReference.Polaris("hpaMinAvailability"), FrameworkReference.Polaris("hpaMaxAvailability"), FrameworkReference.Clawdbot("B4")],
        Remedy = "Set the minimum to at least 1 and the maximum to at least the minimum.",
        Url = "https://keda.sh/docs/latest/reference/scaledobject-spec/",
    },
    "HorizontalPodAutoscaler",
    "ScaledObject")
{
    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (Scaler.Of(item) is not { } scaler)
        {
            return;
        }

        report.Part(item.Resource, () =>
        {
            if (scaler.LeastPods < 1)
            {
                report.Violation(scaler.Minimum, "at least 1");
            }
            else if (scaler.IsKeda && item.Spec["idleReplicaCount"] is { Exists: true } idle)
            {
                report.Violation(idle, "nothing, so that the minimum holds");
            }
        });
        report.Part(item.Resource, () =>
        {
            if (scaler.IsKeda ? scaler.Maximum.Exists && scaler.MostPods < Math.Max(1, scaler.LeastPods) : scaler.Maximum.Number is not { } most || most < Math.Max(1, scaler.LeastPods))
            {
                report.Violation(scaler.Maximum, "at least the minimum, and at least 1");
            }
        });
    }
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Replica counts that an autoscaler owns.</summary>
internal sealed class AutoscaledReplicas() : StackRule(new PolicyMetadata("autoscaler-replicas")
{
    Title = "What an autoscaler scales has no replica count of its own",
    Description = "Every deployment of the program would put the number back, and throw away pods in the middle of a flood.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.KubeScore("deployment-targeted-by-hpa-does-not-have-replicas-configured"), FrameworkReference.Clawdbot("B4")],
    Remedy = "Leave replicas out.",
    Url = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var scalers = StackScalers.Of(stack);
        foreach (var workload in StackPods.Of(stack).Workloads)
        {
            report.Part(workload.Owner.Resource, () =>
            {
                // What was read from a cluster has the number that the autoscaler set.
                var replicas = workload.Owner.Spec["replicas"];
                if (scalers.For(workload).FirstOrDefault() is { } scaler && !workload.Owner.IsLive() && replicas.Exists)
                {
                    report.Violation(replicas, $"nothing, as {scaler.Item.ShortName} sets it");
                }
            });
        }
    }
}

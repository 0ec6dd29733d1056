using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Disruption budgets of services with several pods.</summary>
internal sealed class DisruptionBudgets() : StackRule(new PolicyMetadata("workload-disruption-budget")
{
    Title = "Services with several pods have a disruption budget",
    Description = "Without one a drain of nodes, as every upgrade does, may take all pods at the same time.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeScore("deployment-has-poddisruptionbudget"), FrameworkReference.KubeScore("statefulset-has-poddisruptionbudget"), FrameworkReference.Polaris("missingPodDisruptionBudget"),
    ],
    Remedy = "Add a PodDisruptionBudget with maxUnavailable 1 that selects these pods.",
    Url = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        var scalers = StackScalers.Of(stack);
        var budgets = SelectedPods.By(stack.OfKind("PodDisruptionBudget"), pods, budget => budget.Spec["selector"], report);
        foreach (var workload in pods.Workloads.Where(w => w is { IsService: true, IsReplicated: true }))
        {
            report.Part(workload.Owner.Resource, () =>
            {
                if (budgets.Of(workload).Any() || !scalers.CanHaveSeveral(workload))
                {
                    return;
                }

                if (budgets.IsUncertain(workload))
                {
                    report.Undecided(workload.Owner.Resource, "not all disruption budgets or namespaces can be read");
                    return;
                }

                report.Violation(workload.Owner.Resource, "The PodDisruptionBudget for the pods", "not there", "one that selects their labels");
            });
        }
    }
}

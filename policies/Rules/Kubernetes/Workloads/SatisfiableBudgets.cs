using System.Globalization;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Disruption budgets that let nodes be drained.</summary>
internal sealed class SatisfiableBudgets() : PolicyRule(new PolicyMetadata("disruption-budget-satisfiable")
{
    Title = "Disruption budgets allow evictions",
    Description = "A budget that never allows one blocks every drain: upgrades of nodes hang until somebody deletes pods by hand. Of pods with two budgets none can be evicted at all.",
    Severity = PolicySeverity.High,
    Frameworks =
    [
        FrameworkReference.KubeLinter("pdb-max-unavailable"), FrameworkReference.KubeLinter("pdb-min-available"), FrameworkReference.Polaris("pdbDisruptionsIsZero"),
        FrameworkReference.Polaris("pdbMinAvailableGreaterThanHPAMinReplicas"),
    ],
    Remedy = "Use maxUnavailable 1.",
    Url = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
})
{
    private const string Kind = "PodDisruptionBudget";
    private const string Least = "minAvailable";
    private const string Most = "maxUnavailable";

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type.EndsWith($":{Kind}", StringComparison.Ordinal) || type.EndsWith($":{Kind}List", StringComparison.Ordinal);

    /// <summary>What a budget says for itself.</summary>
    public override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, resource.Objects.Where(o => o.Kind == Kind), budget =>
    {
        var (least, most) = (budget.Spec[Least], budget.Spec[Most]);
        report.Part(resource, () =>
        {
            if (IntOrPercent.At(most) is { Value: <= 0 })
            {
                report.Violation(most, "at least 1, or a percentage above 0%");
            }
        });
        report.Part(resource, () =>
        {
            if (IsEverything(IntOrPercent.At(least)))
            {
                report.Violation(least, "less than 100%");
            }
            else if (least.Exists && most.Exists)
            {
                report.Violation(least, $"nothing beside {Most}");
            }
        });
    });

    /// <summary>What a budget means for the pods that it selects.</summary>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        var scalers = StackScalers.Of(stack);
        var budgets = SelectedPods.By(stack.OfKind(Kind), pods, budget => budget.Spec["selector"], report);
        var selected = pods.Workloads.SelectMany(workload => budgets.Of(workload).Select(budget => (Workload: workload, Budget: budget))).ToLookup(pair => pair.Budget, pair => pair.Workload);
        foreach (var budget in stack.OfKind(Kind))
        {
            report.Part(budget.Resource, () => CheckTotal(budget, [.. selected[budget]], scalers, report));
        }

        var reported = new HashSet<KubernetesObject>();
        foreach (var workload in pods.Workloads)
        {
            if (budgets.Of(workload).Take(2).ToList() is [var first, var second] && reported.Add(second))
            {
                report.Violation(second.Resource, "spec.selector", $"a second budget for the pods of {workload.Owner.ShortName}, which {first.ShortName} selects too", "one budget for each pod");
            }
        }
    }

    private static void CheckTotal(KubernetesObject budget, List<Workload> workloads, StackScalers scalers, RuleReport report)
    {
        var least = budget.Spec[Least];
        if (workloads.Count == 0 || !workloads.TrueForAll(w => w.IsReplicated) || IntOrPercent.At(least) is not { } needed || IsEverything(needed))
        {
            return;
        }

        var total = workloads.Sum(w => LeastPods(w, scalers));
        if (total > 0 && needed.Of(total) >= total)
        {
            report.Violation(least, $"fewer than the {total.ToString(CultureInfo.InvariantCulture)} {(total > 1 ? "pods" : "pod")} that it selects");
        }
    }

    private static double LeastPods(Workload workload, StackScalers scalers) =>
        scalers.For(workload).ToList() is { Count: > 0 } scaled ? scaled.Min(s => s.LeastPods) : workload.Replicas;

    private static bool IsEverything(IntOrPercent? needed) => needed is { IsPercent: true, Value: >= 100 };
}

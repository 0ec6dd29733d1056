using System.Globalization;
using Clawdbot.Policies.Etcd;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Etcd;

/// <summary>Drained nodes leave a majority.</summary>
internal sealed class EtcdDisruptionBudget() : StackRule(new PolicyMetadata("etcd-disruption-budget")
{
    Title = "A disruption budget keeps a majority of etcd",
    Description = "While nodes are upgraded their pods are evicted. Without a budget several members go at once, and writes stop until they are back.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.Clawdbot("C6"), FrameworkReference.KubeScore("statefulset-has-poddisruptionbudget")],
    Remedy = "Make a PodDisruptionBudget with maxUnavailable 1 that selects the members.",
    Url = "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var budgets = stack.OfKind("PodDisruptionBudget").ToLookup(budget => budget.Namespace);
        var elsewhere = stack.OfKind("PodDisruptionBudget").Where(budget => budget.Namespace is null).ToList();
        foreach (var member in EtcdMember.Of(stack).DistinctBy(member => member.Owner))
        {
            report.Part(member.Owner.Resource, () => Check(member, [.. budgets[member.Owner.KnownNamespace]], elsewhere, report));
        }
    }

    private static void Check(EtcdMember member, List<KubernetesObject> budgets, List<KubernetesObject> elsewhere, RuleReport report)
    {
        var members = member.Workload.Replicas;
        if (members < 2)
        {
            return;
        }

        var own = budgets.Where(Selects).ToList();
        if (own.Count == 0)
        {
            // One whose namespace is not known yet may be theirs.
            _ = elsewhere.Find(Selects)?.KnownNamespace;
            report.Violation(member.Owner.Resource, "The PodDisruptionBudget of the members", "not there", "one with maxUnavailable 1");
        }

        bool Selects(KubernetesObject budget) => LabelSelector.Selects(budget.Spec["selector"], member.Workload.PodMetadata["labels"]);

        // Half of them, rounded down, may be gone while a majority is left.
        var most = (members - 1) / 2;
        foreach (var budget in own)
        {
            report.Part(budget.Resource, () =>
            {
                var unavailable = budget.Spec["maxUnavailable"];
                var available = budget.Spec["minAvailable"];
                if (unavailable.Exists && IntOrPercent.At(unavailable)?.Of(members) is { } gone && gone > most)
                {
                    report.Violation(unavailable, $"at most {Shown(most)} of {Shown(members)}");
                }
                else if (available.Exists && IntOrPercent.At(available)?.Of(members) is { } left && left < members - most)
                {
                    report.Violation(available, $"at least {Shown(members - most)} of {Shown(members)}");
                }
            });
        }
    }

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Pods of one application on several nodes.</summary>
internal sealed class Spread() : PolicyRule(new PolicyMetadata("workload-spread")
{
    Title = "Several pods of one application are spread over nodes",
    Description = "Replicas on one node are lost with it, all at once.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeLinter("no-anti-affinity"), FrameworkReference.KubeScore("deployment-has-host-podantiaffinity"), FrameworkReference.Polaris("topologySpreadConstraint"),
        FrameworkReference.Clawdbot("C6"),
    ],
    Remedy = "Add a topologySpreadConstraint for kubernetes.io/hostname whose selector matches the pod's own labels.",
    Url = "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
})
{
    private static readonly string[] Domains =
        ["kubernetes.io/hostname", "topology.kubernetes.io/zone", "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region"];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Check(PolicyResource resource, RuleReport report) => report.Each(resource, resource.Objects, item =>
    {
        if (item.Workload is { IsReplicated: true, Replicas: > 1 } workload && !item.HasOwner())
        {
            Require(workload, report);
        }
    });

    /// <summary>Workloads that only an autoscaler makes several pods of.</summary>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var scalers = StackScalers.Of(stack);
        foreach (var workload in StackPods.Of(stack).Workloads.Where(w => w.IsReplicated && scalers.For(w).Any()))
        {
            report.Part(workload.Owner.Resource, () =>
            {
                if (workload.Replicas <= 1 && scalers.CanHaveSeveral(workload))
                {
                    Require(workload, report);
                }
            });
        }
    }

    private static void Require(Workload workload, RuleReport report)
    {
        var labels = workload.PodMetadata["labels"];
        var constraints = workload.Pod["topologySpreadConstraints"];
        var affinity = workload.Pod["affinity"]["podAntiAffinity"];
        var terms = affinity["requiredDuringSchedulingIgnoredDuringExecution"].Items
            .Concat(affinity["preferredDuringSchedulingIgnoredDuringExecution"].Items.Select(preferred => preferred["podAffinityTerm"]));
        if (constraints.Items.Any(constraint => LabelSelector.Selects(constraint["labelSelector"], labels)) || terms.Any(term => SelectsOwn(term, labels)))
        {
            return;
        }

        report.Violation(constraints, "a constraint, or a podAntiAffinity by host or zone, that selects the pod's own labels");
    }

    private static bool SelectsOwn(Property term, Property labels) =>
        Domains.Contains(term["topologyKey"].Text, StringComparer.Ordinal) && LabelSelector.Selects(term["labelSelector"], labels);
}

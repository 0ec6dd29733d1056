using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Workloads;

/// <summary>Selectors of controllers.</summary>
internal sealed class Selectors() : WorkloadRule(new PolicyMetadata("workload-selector")
{
    Title = "Controllers select the pods that they make",
    Description = "The API server refuses a controller whose selector does not match its own template.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.KubeLinter("mismatching-selector"), FrameworkReference.KubeScore("deployment-pod-selector-labels-match-template-metadata-labels")],
    Remedy = "Give the pod template all labels of the selector.",
    Url = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
})
{
    /// <inheritdoc/>
    protected override void Check(Workload workload, RuleReport report)
    {
        var selector = workload.Owner.Spec["selector"];
        switch (workload.Owner.Kind)
        {
            case "ReplicationController" when selector.Exists && !LabelSelector.MapSelects(selector, workload.PodMetadata["labels"]):
                report.Violation(selector, "labels of the pod template");
                break;
            case "Deployment" or "ReplicaSet" or "StatefulSet" or "DaemonSet" when selector.IsMissing || !HasTerms(selector):
                // The first versions of the API filled it in.
                if (!workload.Owner.ApiVersion.EndsWith("/v1beta1", StringComparison.Ordinal))
                {
                    report.Violation(selector, "a selector that matches the labels of the pod template");
                }

                break;
            case "Deployment" or "ReplicaSet" or "StatefulSet" or "DaemonSet" when !LabelSelector.Selects(selector, workload.PodMetadata["labels"]):
                report.Violation(selector, "a selector that matches the labels of the pod template");
                break;
            default:
                break;
        }
    }

    private static bool HasTerms(Values.Property selector) => selector["matchLabels"].Entries.Any() || selector["matchExpressions"].Items.Any();
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>Network policies for all pods.</summary>
internal sealed class IsolatedPods() : StackRule(new PolicyMetadata("workload-network-policy")
{
    Title = "Every pod is selected by a network policy for what comes in",
    Description = "A pod that no policy selects can be reached by every other pod of the cluster, also by one that somebody has broken into.",
    Severity = PolicySeverity.High,
    Frameworks =
    [
        FrameworkReference.KubeScore("pod-networkpolicy"), FrameworkReference.KubeLinter("non-isolated-pod"), FrameworkReference.Polaris("missingNetworkPolicy"), FrameworkReference.Nsa("C-0260"),
        FrameworkReference.CisKubernetes("5.3.2"),
    ],
    Remedy = "Add a policy with an empty podSelector that denies everything to the namespace, and one that allows what the application needs.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        var others = NetworkPolicies.OtherNamespaces(stack);
        var policies = NetworkPolicies.ForIngress(stack, report);
        foreach (var workload in pods.Workloads)
        {
            report.Part(workload.Owner.Resource, () =>
            {
                // Policies do not reach pods on the node's own network.
                if (policies.Of(workload).Any() || workload.Pod["hostNetwork"].Flag == true)
                {
                    return;
                }

                if (policies.IsUncertain(workload))
                {
                    report.Undecided(workload.Owner.Resource, "not all network policies or namespaces can be read");
                }
                else if (others.Contains("") || others.Contains(workload.Owner.Namespace!))
                {
                    report.Undecided(workload.Owner.Resource, "policies of the network plugin may select its pods");
                }
                else
                {
                    report.Violation(workload.Owner.Resource, "The NetworkPolicy for the pods", "not there", "one for Ingress that selects their labels");
                }
            });
        }
    }
}

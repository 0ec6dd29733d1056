using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>Network policies that let everybody in. The access tier is there to be reached: it speaks TLS and asks for a token.</summary>
internal sealed class OpenPolicies() : StackRule(new PolicyMetadata("network-policy-open")
{
    Title = "Network policies say who may come in",
    Description = "A rule without from, or from every address, undoes the policy for its ports: only the access tier is meant to be reached by everybody.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Nsa("C-0030"), FrameworkReference.Clawdbot("C3")],
    Remedy = "List the pods and networks that may, in from.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
})
{
    private const string Component = "app.kubernetes.io/component";
    private const string AccessTier = "access-tier";

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        foreach (var policy in NetworkPolicies.Of(stack))
        {
            report.Part(policy.Resource, () =>
            {
                if (policy.Spec["ingress"].Items.Any() && NetworkPolicies.IsForIngress(policy) && !IsForAccessTier(policy, pods))
                {
                    report.Each(policy.Resource, NetworkPolicies.Networks(policy), network =>
                    {
                        if (NetworkPolicies.IsEverybody(network))
                        {
                            report.Violation(network, network.Text is null ? "a list of who may come in" : "the networks that may come in");
                        }
                    });
                }
            });
        }
    }

    // The pods decide; where the stack has none of them, what the policy says of itself.
    private static bool IsForAccessTier(KubernetesObject policy, StackPods pods)
    {
        var selector = policy.Spec["podSelector"];
        var selected = policy.Namespace is null && !pods.Workloads.Any(workload => workload.PodLabel(Component) == AccessTier)
            ? []
            : pods.Selected(policy.KnownNamespace, selector).ToList();
        return selected.Count > 0
            ? selected.TrueForAll(workload => workload.PodLabel(Component) == AccessTier)
            : policy.Label(Component) == AccessTier || selector["matchLabels"][Component].Text == AccessTier;
    }
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Rules.Kubernetes.Network;

/// <summary>Network policies that protect something.</summary>
internal sealed class SelectingPolicies() : StackRule(new PolicyMetadata("network-policy-selects")
{
    Title = "Network policies select pods",
    Description = "A policy whose labels no pod has looks like protection and is none.",
    Severity = PolicySeverity.Low,
    DefaultLevel = EnforcementLevel.Advisory,
    Frameworks = [FrameworkReference.KubeScore("networkpolicy-targets-pod"), FrameworkReference.KubeLinter("dangling-networkpolicy")],
    Remedy = "Correct the podSelector, or remove the policy.",
    Url = "https://kubernetes.io/docs/concepts/services-networking/network-policies/",
})
{
    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var pods = StackPods.Of(stack);
        foreach (var policy in NetworkPolicies.Of(stack))
        {
            report.Part(policy.Resource, () =>
            {
                var selector = policy.Spec["podSelector"];
                if (policy.Namespace is { } space && pods.In(space).Any() && !NetworkPolicies.SelectsEverything(selector) && !pods.MayHaveOthers(space) && !pods.Selected(space, selector).Any())
                {
                    report.Violation(selector, "labels of pods in the namespace");
                }
            });
        }
    }
}

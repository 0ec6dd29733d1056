using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class SelectingPoliciesTests
{
    private static readonly SelectingPolicies Rule = new();

    [Fact]
    public void Accepts_a_policy_that_selects() => RuleCheck.Accepts(Rule, Workloads.Deployment, KubernetesSamples.NetworkPolicy, KubernetesSamples.DefaultDeny);

    [Fact]
    public void Accepts_a_policy_in_a_namespace_whose_pods_are_elsewhere() => RuleCheck.Accepts(Rule, KubernetesSamples.NetworkPolicy);

    [Fact]
    public void Accepts_a_policy_for_pods_of_a_chart() => RuleCheck.Accepts(
        Rule, Workloads.Deployment, KubernetesSamples.NetworkPolicy.With("spec.podSelector", "matchLabels: { app: other }"), Sample.Of("kubernetes:helm.sh/v3:Release", "namespace: shop"));

    [Fact]
    public void Rejects_a_policy_for_nothing() => RuleCheck.Rejects(
        Rule,
        "spec.podSelector is an object; allowed: labels of pods in the namespace. Correct the podSelector, or remove the policy.",
        Workloads.Deployment, KubernetesSamples.NetworkPolicy.With("spec.podSelector", "matchLabels: { app: other }"));

    [Fact]
    public void Cannot_decide_an_unknown_selector() => RuleCheck.CannotDecide(
        Rule, "spec.podSelector.matchLabels is known only after the deployment", Workloads.Deployment, KubernetesSamples.NetworkPolicy.WithUnknown("spec.podSelector"));
}

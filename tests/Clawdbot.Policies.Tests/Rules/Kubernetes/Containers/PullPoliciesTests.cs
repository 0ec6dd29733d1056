using Clawdbot.Policies.Rules.Kubernetes.Containers;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Containers;

public sealed class PullPoliciesTests
{
    private const string Policy = "spec.template.spec.containers[0].imagePullPolicy";

    private static readonly PullPolicies Rule = new();

    [Fact]
    public void Accepts_what_pulls()
    {
        RuleCheck.Accepts(Rule, Workloads.Deployment);
        RuleCheck.Accepts(Rule, Workloads.Deployment.With(Policy, "Always"));
        RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Policy));
    }

    [Fact]
    public void Rejects_never() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].imagePullPolicy of container 'web' is 'Never'; allowed: Always, IfNotPresent. Use IfNotPresent for images with a version, Always otherwise.",
        Workloads.Deployment.With(Policy, "Never"));

    [Fact]
    public void Cannot_decide_an_unknown_policy() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].imagePullPolicy is known only after the deployment", Workloads.Deployment.WithUnknown(Policy));
}

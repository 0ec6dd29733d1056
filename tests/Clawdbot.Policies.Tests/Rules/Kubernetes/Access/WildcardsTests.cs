using Clawdbot.Policies.Rules.Kubernetes.Access;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Access;

public sealed class WildcardsTests
{
    private static readonly Wildcards Rule = new();

    [Fact]
    public void Accepts_lists() => RuleCheck.Accepts(Rule, KubernetesSamples.ClusterRole);

    [Fact]
    public void Accepts_what_kubernetes_makes_itself() => RuleCheck.Accepts(
        Rule, KubernetesSamples.ClusterRole.With("rules[0].verbs", "['*']").With("metadata.labels", "kubernetes.io/bootstrapping: rbac-defaults"));

    [Theory]
    [InlineData("verbs")]
    [InlineData("resources")]
    [InlineData("apiGroups")]
    public void Rejects_a_star(string list) => RuleCheck.Rejects(
        Rule, $"rules[0].{list} is [*]; allowed: a list without *. List the verbs, resources and groups that the program uses.", KubernetesSamples.ClusterRole.With($"rules[0].{list}", "['*']"));

    [Fact]
    public void Cannot_decide_unknown_verbs() => RuleCheck.CannotDecide(Rule, "rules[0].verbs is known only after the deployment", KubernetesSamples.ClusterRole.WithUnknown("rules[0].verbs"));
}

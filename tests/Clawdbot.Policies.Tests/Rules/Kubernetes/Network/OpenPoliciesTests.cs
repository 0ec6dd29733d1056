using Clawdbot.Policies.Rules.Kubernetes.Network;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.Network;

public sealed class OpenPoliciesTests
{
    private const string Remedy = "List the pods and networks that may, in from.";

    private static readonly OpenPolicies Rule = new();

    [Fact]
    public void Accepts_a_list_of_pods() => RuleCheck.Accepts(Rule, KubernetesSamples.NetworkPolicy, KubernetesSamples.DefaultDeny);

    [Fact]
    public void Accepts_a_network() => RuleCheck.Accepts(Rule, KubernetesSamples.NetworkPolicy.With("spec.ingress[0].from", "[{ ipBlock: { cidr: 10.0.0.0/8 } }]"));

    [Fact]
    public void Accepts_everybody_at_the_access_tier() => RuleCheck.Accepts(
        Rule,
        Workloads.Deployment.With("spec.template.metadata.labels", "{ app.kubernetes.io/name: web, app.kubernetes.io/component: access-tier }"),
        KubernetesSamples.NetworkPolicy.Without("spec.ingress[0].from"));

    [Fact]
    public void Rejects_a_rule_without_from() => RuleCheck.Rejects(
        Rule, $"spec.ingress[0].from is not set; allowed: a list of who may come in. {Remedy}", Workloads.Deployment, KubernetesSamples.NetworkPolicy.Without("spec.ingress[0].from"));

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void Rejects_every_address(string range) => RuleCheck.Rejects(
        Rule,
        $"spec.ingress[0].from[0].ipBlock.cidr is '{range}'; allowed: the networks that may come in. {Remedy}",
        KubernetesSamples.NetworkPolicy.With("spec.ingress[0].from", $"[{{ ipBlock: {{ cidr: '{range}' }} }}]"));

    [Fact]
    public void Rejects_a_policy_that_only_calls_itself_access_tier() => RuleCheck.Rejects(
        Rule,
        $"spec.ingress[0].from is not set; allowed: a list of who may come in. {Remedy}",
        Workloads.Deployment, KubernetesSamples.NetworkPolicy.Without("spec.ingress[0].from").With("metadata.labels", "app.kubernetes.io/component: access-tier"));

    [Fact]
    public void Cannot_decide_an_unknown_network() => RuleCheck.CannotDecide(
        Rule,
        "spec.ingress[0].from[0].ipBlock.cidr is known only after the deployment",
        KubernetesSamples.NetworkPolicy.With("spec.ingress[0].from", "[{ ipBlock: { cidr: 10.0.0.0/8 } }]").WithUnknown("spec.ingress[0].from[0].ipBlock.cidr"));
}

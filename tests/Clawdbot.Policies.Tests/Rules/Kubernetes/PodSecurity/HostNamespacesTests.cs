using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class HostNamespacesTests
{
    private static readonly HostNamespaces Rule = new();

    [Fact]
    public void Accepts_a_pod_that_does_not_say() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Theory]
    [InlineData("hostNetwork")]
    [InlineData("hostPID")]
    [InlineData("hostIPC")]
    public void Accepts_a_pod_that_says_no(string field) => RuleCheck.Accepts(Rule, Workloads.Deployment.With($"spec.template.spec.{field}", "false"));

    [Theory]
    [InlineData("hostNetwork")]
    [InlineData("hostPID")]
    [InlineData("hostIPC")]
    public void Rejects_a_namespace_of_the_node(string field) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.{field} is true; allowed: false. Remove the field, and reach the pod through a Service.",
        Workloads.Deployment.With($"spec.template.spec.{field}", "true"));

    [Fact]
    public void Finds_one_namespace_beside_another_that_is_not_known_yet() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.hostIPC is true; allowed: false. Remove the field, and reach the pod through a Service.",
        Workloads.Deployment.With("spec.template.spec.hostIPC", "true").WithUnknown("spec.template.spec.hostNetwork"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.hostPID is known only after the deployment", Workloads.Deployment.WithUnknown("spec.template.spec.hostPID"));
}

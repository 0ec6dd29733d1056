using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class ProcMountsTests
{
    private const string ProcMount = "spec.template.spec.containers[0].securityContext.procMount";
    private const string HostUsers = "spec.template.spec.hostUsers";

    private static readonly ProcMounts Rule = new();

    [Fact]
    public void Accepts_the_default() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(ProcMount, "Default"));

    [Fact]
    public void Accepts_none_in_a_user_namespace() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(ProcMount, "Unmasked").With(HostUsers, "false"));

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    public void Rejects_none_in_the_namespace_of_the_node(string hostUsers) => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.procMount of container 'web' is 'Unmasked'; allowed: Default, unless the pod's hostUsers is false. Remove procMount.",
        Workloads.Deployment.With(ProcMount, "Unmasked").With(HostUsers, hostUsers));

    [Fact]
    public void Cannot_decide_while_the_user_namespace_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.hostUsers is known only after the deployment", Workloads.Deployment.With(ProcMount, "Unmasked").WithUnknown(HostUsers));
}

using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class RestrictedProcMountsTests
{
    private const string ProcMount = "spec.template.spec.containers[0].securityContext.procMount";

    private static readonly RestrictedProcMounts Rule = new();

    [Fact]
    public void Accepts_the_default() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(ProcMount, "Default"));

    [Fact]
    public void Rejects_none_even_in_a_user_namespace() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.procMount of container 'web' is 'Unmasked'; allowed: Default. Remove procMount.",
        Workloads.Deployment.With(ProcMount, "Unmasked").With("spec.template.spec.hostUsers", "false"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.procMount is known only after the deployment", Workloads.Deployment.WithUnknown(ProcMount));
}

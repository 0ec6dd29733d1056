using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class PrivilegedContainersTests
{
    private const string Privileged = "spec.template.spec.containers[0].securityContext.privileged";

    private static readonly PrivilegedContainers Rule = new();

    [Fact]
    public void Accepts_a_container_that_is_not_privileged() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_a_container_that_does_not_say() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Privileged));

    [Fact]
    public void Rejects_a_privileged_container() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.privileged of container 'web' is true; allowed: false. Remove privileged, and give the container the one capability or device it needs.",
        Workloads.Deployment.With(Privileged, "true"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.privileged is known only after the deployment", Workloads.Deployment.WithUnknown(Privileged));
}

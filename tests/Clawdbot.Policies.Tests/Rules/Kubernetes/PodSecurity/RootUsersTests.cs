using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class RootUsersTests
{
    private const string Pod = "spec.template.spec.securityContext.runAsUser";
    private const string Container = "spec.template.spec.containers[0].securityContext.runAsUser";

    private static readonly RootUsers Rule = new();

    [Fact]
    public void Accepts_other_users() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.Without(Pod), Workloads.Deployment.With(Container, "1"));

    [Fact]
    public void Rejects_a_pod_of_root() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.securityContext.runAsUser is 0; allowed: a number other than 0, or not set. Set runAsUser to another number, or remove it where the image names a user by number.",
        Workloads.Deployment.With(Pod, "0").With(Container, "1000"));

    [Fact]
    public void Rejects_a_container_of_root() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.runAsUser of container 'web' is 0; allowed: a number other than 0, or not set. Set runAsUser to another number, or remove it where the image names a user by number.",
        Workloads.Deployment.With(Container, "0").With("spec.template.spec.hostUsers", "false"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.securityContext.runAsUser is known only after the deployment", Workloads.Deployment.WithUnknown(Pod));
}

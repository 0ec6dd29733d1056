using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class NonRootContainersTests
{
    private const string Pod = "spec.template.spec.securityContext.runAsNonRoot";
    private const string Container = "spec.template.spec.containers[0].securityContext.runAsNonRoot";
    private const string Remedy = "Set runAsNonRoot to true in the pod's securityContext, and runAsUser where the image's user is root or has only a name.";

    private static readonly NonRootContainers Rule = new();

    [Fact]
    public void Accepts_what_the_pod_says() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Container));

    [Fact]
    public void Accepts_what_the_container_says() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Pod));

    [Fact]
    public void Accepts_what_the_container_says_when_the_pod_is_not_known_yet_but_says_so() => Assert.Empty(RuleCheck.Run(Rule, Workloads.Deployment.WithUnknown(Pod)).Violations);

    [Fact]
    public void Rejects_a_container_that_overrides_its_pod() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.runAsNonRoot of container 'web' is false; allowed: true, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Container, "false"));

    [Fact]
    public void Rejects_a_container_when_nobody_says() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.runAsNonRoot of container 'web' is not set; allowed: true, for the container or for its pod. {Remedy}",
        Workloads.Deployment.Without(Pod).Without(Container));

    [Fact]
    public void Rejects_a_pod_that_says_no_though_its_container_says_yes() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.securityContext.runAsNonRoot is false; allowed: true, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Pod, "false"));

    [Fact]
    public void Says_it_once_when_the_container_only_follows_its_pod() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.securityContext.runAsNonRoot is false; allowed: true, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Pod, "false").Without(Container));

    [Fact]
    public void Makes_no_exception_for_user_namespaces() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.runAsNonRoot of container 'web' is false; allowed: true, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Container, "false").With("spec.template.spec.hostUsers", "false"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.securityContext.runAsNonRoot is known only after the deployment", Workloads.Deployment.WithUnknown(Pod).Without(Container));
}

using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class SeccompProfilesTests
{
    private const string Pod = "spec.template.spec.securityContext.seccompProfile";
    private const string Container = "spec.template.spec.containers[0].securityContext.seccompProfile";
    private const string PodAnnotation = """spec.template.metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]""";
    private const string ContainerAnnotation = """spec.template.metadata.annotations["container.seccomp.security.alpha.kubernetes.io/web"]""";

    private static readonly SeccompProfiles Rule = new();

    [Fact]
    public void Accepts_a_pod_that_does_not_say() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Pod).Without(Container));

    [Theory]
    [InlineData("{ type: RuntimeDefault }")]
    [InlineData("{ type: Localhost, localhostProfile: web.json }")]
    public void Accepts_profiles_that_confine(string profile) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Pod, profile).With(Container, profile));

    [Theory]
    [InlineData("runtime/default")]
    [InlineData("docker/default")]
    [InlineData("localhost/web.json")]
    public void Accepts_annotations_that_confine(string profile) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(PodAnnotation, profile).With(ContainerAnnotation, profile));

    [Fact]
    public void Rejects_a_pod_that_is_unconfined() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.securityContext.seccompProfile.type is 'Unconfined'; allowed: RuntimeDefault or Localhost. Set the type to RuntimeDefault, or name a profile of the node.",
        Workloads.Deployment.With(Pod, "{ type: Unconfined }"));

    [Fact]
    public void Rejects_a_container_that_is_unconfined() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.seccompProfile.type of container 'web' is 'Unconfined'; allowed: RuntimeDefault or Localhost. Set the type to RuntimeDefault, or name a profile of the node.",
        Workloads.Deployment.With(Container, "{ type: Unconfined }"));

    [Fact]
    public void Rejects_an_annotation_of_the_pod() => RuleCheck.Rejects(
        Rule,
        "spec.template.metadata.annotations[\"seccomp.security.alpha.kubernetes.io/pod\"] is 'unconfined'; allowed: runtime/default, docker/default, localhost/<profile>, or not set. Set the type to RuntimeDefault, or name a profile of the node.",
        Workloads.Deployment.With(PodAnnotation, "unconfined"));

    [Fact]
    public void Rejects_an_annotation_of_a_container() => RuleCheck.Rejects(
        Rule,
        "spec.template.metadata.annotations[\"container.seccomp.security.alpha.kubernetes.io/web\"] is 'unconfined'; allowed: runtime/default, docker/default, localhost/<profile>, or not set. Set the type to RuntimeDefault, or name a profile of the node.",
        Workloads.Deployment.With(ContainerAnnotation, "unconfined"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.securityContext.seccompProfile.type is known only after the deployment", Workloads.Deployment.WithUnknown(Pod + ".type"));
}

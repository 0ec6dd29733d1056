using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class AppArmorProfilesTests
{
    private const string Pod = "spec.template.spec.securityContext.appArmorProfile";
    private const string Container = "spec.template.spec.containers[0].securityContext.appArmorProfile";
    private const string Annotation = """spec.template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/web"]""";

    private static readonly AppArmorProfiles Rule = new();

    [Fact]
    public void Accepts_a_pod_that_does_not_say() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Theory]
    [InlineData("{ type: RuntimeDefault }")]
    [InlineData("{ type: Localhost, localhostProfile: web }")]
    public void Accepts_profiles_that_confine(string profile) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Pod, profile).With(Container, profile));

    [Theory]
    [InlineData("runtime/default")]
    [InlineData("localhost/web")]
    [InlineData("''")]
    public void Accepts_annotations_that_confine(string profile) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Annotation, profile));

    [Fact]
    public void Rejects_a_pod_that_is_unconfined() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.securityContext.appArmorProfile.type is 'Unconfined'; allowed: RuntimeDefault or Localhost. Remove the profile, which leaves the runtime's own, or name a profile of the node.",
        Workloads.Deployment.With(Pod, "{ type: Unconfined }"));

    [Fact]
    public void Rejects_a_container_that_is_unconfined() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.appArmorProfile.type of container 'web' is 'Unconfined'; allowed: RuntimeDefault or Localhost. Remove the profile, which leaves the runtime's own, or name a profile of the node.",
        Workloads.Deployment.With(Container, "{ type: Unconfined }"));

    [Fact]
    public void Rejects_a_profile_without_a_type() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.appArmorProfile.type of container 'web' is not set; allowed: RuntimeDefault or Localhost. Remove the profile, which leaves the runtime's own, or name a profile of the node.",
        Workloads.Deployment.With(Container, "{ localhostProfile: web }"));

    [Fact]
    public void Rejects_an_annotation_that_says_unconfined() => RuleCheck.Rejects(
        Rule,
        "spec.template.metadata.annotations[\"container.apparmor.security.beta.kubernetes.io/web\"] is 'unconfined'; allowed: runtime/default, localhost/<profile>, or not set. Remove the profile, which leaves the runtime's own, or name a profile of the node.",
        Workloads.Deployment.With(Annotation, "unconfined"));

    [Fact]
    public void Finds_a_bad_container_below_annotations_that_are_not_known_yet() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.appArmorProfile.type of container 'web' is 'Unconfined'; allowed: RuntimeDefault or Localhost. Remove the profile, which leaves the runtime's own, or name a profile of the node.",
        Workloads.Deployment.With(Container, "{ type: Unconfined }").WithUnknown("spec.template.metadata.annotations"));

    [Fact]
    public void Cannot_decide_an_annotation_that_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule,
        "spec.template.metadata.annotations[\"container.apparmor.security.beta.kubernetes.io/web\"] is known only after the deployment",
        Workloads.Deployment.WithUnknown(Annotation));
}

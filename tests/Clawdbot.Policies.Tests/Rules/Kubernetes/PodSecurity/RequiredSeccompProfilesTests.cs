using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class RequiredSeccompProfilesTests
{
    private const string Pod = "spec.template.spec.securityContext.seccompProfile";
    private const string Container = "spec.template.spec.containers[0].securityContext.seccompProfile";
    private const string Remedy = "Set seccompProfile to RuntimeDefault in the pod's securityContext.";

    private static readonly RequiredSeccompProfiles Rule = new();

    private static Sample Silent { get; } = Workloads.Deployment.Without(Pod).Without(Container);

    [Fact]
    public void Accepts_what_the_pod_says() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Container));

    [Fact]
    public void Accepts_what_the_container_says() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Pod).With(Container, "{ type: Localhost, localhostProfile: web.json }"));

    [Fact]
    public void Accepts_any_container_of_a_Windows_pod() => RuleCheck.Accepts(Rule, Silent.With("spec.template.spec.os.name", "windows"));

    [Fact]
    public void Rejects_a_container_when_nobody_says() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.seccompProfile.type of container 'web' is not set; allowed: RuntimeDefault or Localhost, for the container or for its pod. {Remedy}",
        Silent);

    [Fact]
    public void Rejects_a_container_that_overrides_its_pod() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.seccompProfile.type of container 'web' is 'Unconfined'; allowed: RuntimeDefault or Localhost, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Container, "{ type: Unconfined }"));

    [Fact]
    public void Rejects_a_pod_once_for_all_containers_that_follow_it() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.securityContext.seccompProfile.type is 'Unconfined'; allowed: RuntimeDefault or Localhost, for the container or for its pod. {Remedy}",
        Workloads.Deployment.With(Pod, "{ type: Unconfined }").Without(Container));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.seccompProfile is known only after the deployment", Workloads.Deployment.WithUnknown(Container));

    [Fact]
    public void Corrects_a_pod_of_which_nobody_says_anything()
    {
        var corrected = Remediation.Of(Rule, Silent);

        Assert.NotNull(corrected);
        Assert.Equal("RuntimeDefault", Place.At(corrected.Resource, Pod + ".type").Text);
        Assert.True(Place.At(corrected.Resource, "spec.template.spec.securityContext.runAsNonRoot").Flag);
        RuleCheck.Accepts(Rule, corrected);
    }

    [Fact]
    public void Corrects_a_pod_without_a_security_context()
    {
        var corrected = Remediation.Of(Rule, Silent.Without("spec.template.spec.securityContext"));

        Assert.NotNull(corrected);
        RuleCheck.Accepts(Rule, corrected);
    }

    [Fact]
    public void Corrects_nothing_that_is_right() => Assert.Null(Remediation.Of(Rule, Workloads.Deployment));

    [Theory]
    [InlineData(Pod, "{ type: Unconfined }")]
    [InlineData(Container, "{ type: Unconfined }")]
    [InlineData(Container, "{ type: RuntimeDefault }")]
    [InlineData("spec.template.spec.securityContext", "nonsense")]
    [InlineData("spec.template.spec.containers[0].securityContext.privileged", "true")]
    [InlineData("spec.template.spec.os.name", "windows")]
    [InlineData("""spec.template.metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]""", "unconfined")]
    [InlineData("spec.template.spec.containers", "[]")]
    public void Leaves_alone_what_somebody_has_decided(string path, string value) => Assert.Null(Remediation.Of(Rule, Silent.With(path, value)));

    [Theory]
    [InlineData(Pod)]
    [InlineData(Container)]
    [InlineData("spec.template.metadata.annotations")]
    [InlineData("spec.template.spec.containers[0].securityContext.privileged")]
    [InlineData("spec.template.spec.os.name")]
    public void Leaves_alone_what_is_not_known_yet(string path) => Assert.Null(Remediation.Of(Rule, Silent.WithUnknown(path)));
}

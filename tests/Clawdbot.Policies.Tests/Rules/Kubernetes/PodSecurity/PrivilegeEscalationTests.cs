using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class PrivilegeEscalationTests
{
    private const string Context = "spec.template.spec.containers[0].securityContext";
    private const string Escalation = Context + ".allowPrivilegeEscalation";

    private static readonly PrivilegeEscalation Rule = new();

    private static Sample Silent { get; } = Workloads.Deployment.Without(Escalation);

    [Fact]
    public void Accepts_a_container_that_forbids_it() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_any_container_of_a_Windows_pod() => RuleCheck.Accepts(Rule, Silent.With("spec.template.spec.os.name", "windows"));

    [Fact]
    public void Rejects_a_container_that_allows_it() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation of container 'web' is true; allowed: false. Set allowPrivilegeEscalation to false in the container's securityContext.",
        Workloads.Deployment.With(Escalation, "true"));

    [Fact]
    public void Rejects_a_container_that_does_not_say() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation of container 'web' is not set; allowed: false. Set allowPrivilegeEscalation to false in the container's securityContext.",
        Silent);

    [Fact]
    public void Rejects_a_container_that_does_not_say_in_a_Linux_pod() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation of container 'web' is not set; allowed: false. Set allowPrivilegeEscalation to false in the container's securityContext.",
        Silent.With("spec.template.spec.os.name", "linux"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation is known only after the deployment", Workloads.Deployment.WithUnknown(Escalation));

    [Fact]
    public void Corrects_every_container_that_does_not_say()
    {
        var corrected = Remediation.Of(Rule, Silent.Without(Context).With("spec.template.spec.initContainers", "[{ name: first, securityContext: null }, { name: second }]"));

        Assert.NotNull(corrected);
        Assert.Equal(
            [false, false, false],
            new[] { "initContainers[0]", "initContainers[1]", "containers[0]" }.Select(c => Place.At(corrected.Resource, $"spec.template.spec.{c}.securityContext.allowPrivilegeEscalation").Flag));
        RuleCheck.Accepts(Rule, corrected);
    }

    [Fact]
    public void Corrects_nothing_else()
    {
        var corrected = Remediation.Of(Rule, Silent);

        Assert.NotNull(corrected);
        Assert.Equal("false", Place.At(corrected.Resource, Escalation).Scalar);
        Assert.Equal(["capabilities", "privileged", "readOnlyRootFilesystem", "runAsNonRoot", "seccompProfile"], Place.At(corrected.Without(Escalation).Resource, Context).Entries.Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keeps_a_secret_container_secret() => Assert.True(Place.At(Remediation.Of(Rule, Silent.WithSecret(Context))!.Resource, Escalation).IsSecret);

    [Fact]
    public void Corrects_nothing_that_is_right() => Assert.Null(Remediation.Of(Rule, Workloads.Deployment));

    [Theory]
    [InlineData("{ allowPrivilegeEscalation: true }")]
    [InlineData("{ privileged: true }")]
    [InlineData("{ capabilities: { add: [SYS_ADMIN] } }")]
    [InlineData("{ capabilities: { add: [CAP_SYS_ADMIN] } }")]
    [InlineData("{ capabilities: { add: [ALL] } }")]
    [InlineData("nonsense")]
    public void Leaves_alone_what_may_depend_on_it(string context) => Assert.Null(Remediation.Of(Rule, Silent.With(Context, context)));

    [Theory]
    [InlineData(Context)]
    [InlineData(Context + ".privileged")]
    [InlineData(Context + ".capabilities.add")]
    [InlineData("spec.template.spec.os.name")]
    public void Leaves_alone_what_is_not_known_yet(string path) => Assert.Null(Remediation.Of(Rule, Silent.WithUnknown(path)));

    [Fact]
    public void Leaves_Windows_pods_alone() => Assert.Null(Remediation.Of(Rule, Silent.With("spec.template.spec.os.name", "windows")));
}

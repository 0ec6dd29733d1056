using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class SeLinuxOptionsTests
{
    private const string Pod = "spec.template.spec.securityContext.seLinuxOptions";
    private const string Container = "spec.template.spec.containers[0].securityContext.seLinuxOptions";

    private static readonly SeLinuxOptions Rule = new();

    [Fact]
    public void Accepts_a_pod_that_does_not_say() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Theory]
    [InlineData("{ level: 's0:c1,c2' }")]
    [InlineData("{ type: '', user: '', role: '' }")]
    [InlineData("{ type: container_t }")]
    [InlineData("{ type: container_init_t }")]
    [InlineData("{ type: container_kvm_t }")]
    [InlineData("{ type: container_engine_t }")]
    public void Accepts_container_types(string options) => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Pod, options).With(Container, options));

    [Fact]
    public void Rejects_another_type() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].securityContext.seLinuxOptions.type of container 'web' is 'spc_t'; allowed: container_t, container_init_t, container_kvm_t, container_engine_t, or not set. Remove the option, which leaves what the runtime chooses; a level of one's own is allowed.",
        Workloads.Deployment.With(Container, "{ type: spc_t }"));

    [Theory]
    [InlineData("user")]
    [InlineData("role")]
    public void Rejects_a_user_or_role_of_the_pod(string option) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.securityContext.seLinuxOptions.{option} is 'system'; allowed: not set. Remove the option, which leaves what the runtime chooses; a level of one's own is allowed.",
        Workloads.Deployment.With($"{Pod}.{option}", "system"));

    [Fact]
    public void Finds_a_role_beside_a_type_that_is_not_known_yet() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.securityContext.seLinuxOptions.role is 'system'; allowed: not set. Remove the option, which leaves what the runtime chooses; a level of one's own is allowed.",
        Workloads.Deployment.With(Pod + ".role", "system").WithUnknown(Pod + ".type"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.seLinuxOptions.type is known only after the deployment", Workloads.Deployment.WithUnknown(Container + ".type"));
}

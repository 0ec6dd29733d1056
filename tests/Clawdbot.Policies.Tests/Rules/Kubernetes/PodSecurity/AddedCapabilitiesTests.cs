using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class AddedCapabilitiesTests
{
    private const string Add = "spec.template.spec.containers[0].securityContext.capabilities.add";

    private static readonly AddedCapabilities Rule = new();

    [Fact]
    public void Accepts_a_container_that_adds_none() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(Add, "[]"));

    [Fact]
    public void Accepts_the_default_capabilities() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(
        Add, "[AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]"));

    [Theory]
    [InlineData("SYS_ADMIN")]
    [InlineData("NET_RAW")]
    [InlineData("ALL")]
    [InlineData("CAP_CHOWN")]
    [InlineData("chown")]
    public void Rejects_other_capabilities_each_on_its_own(string capability) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.capabilities.add[1] of container 'web' is '{capability}'; allowed: AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT. Remove the capability, or move what needs it into a namespace for node agents.",
        Workloads.Deployment.With(Add, $"[CHOWN, {capability}]"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].securityContext.capabilities.add is known only after the deployment", Workloads.Deployment.WithUnknown(Add));
}

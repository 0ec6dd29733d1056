using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class DroppedCapabilitiesTests
{
    private const string Drop = "spec.template.spec.containers[0].securityContext.capabilities.drop";
    private const string Add = "spec.template.spec.containers[0].securityContext.capabilities.add";
    private const string Remedy = "Set capabilities to drop: [ALL] in the container's securityContext, and listen on a port above 1023.";

    private static readonly DroppedCapabilities Rule = new();

    [Fact]
    public void Accepts_a_container_that_drops_all() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(Drop, "[NET_RAW, ALL]"));

    [Fact]
    public void Accepts_a_container_that_may_listen_on_low_ports() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Add, "[NET_BIND_SERVICE]"));

    [Fact]
    public void Accepts_any_container_of_a_Windows_pod() => RuleCheck.Accepts(Rule, Workloads.Deployment.Without(Drop).With("spec.template.spec.os.name", "windows"));

    [Fact]
    public void Rejects_a_container_that_drops_nothing() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.capabilities.drop of container 'web' is not set; allowed: a list with ALL. {Remedy}",
        Workloads.Deployment.Without("spec.template.spec.containers[0].securityContext"));

    [Theory]
    [InlineData("NET_RAW, SYS_CHROOT")]
    [InlineData("all")]
    public void Rejects_a_container_that_drops_some(string capabilities) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.capabilities.drop of container 'web' is [{capabilities}]; allowed: a list with ALL. {Remedy}",
        Workloads.Deployment.With(Drop, $"[{capabilities}]"));

    [Fact]
    public void Rejects_a_container_that_takes_one_back() => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].securityContext.capabilities.add[1] of container 'web' is 'CHOWN'; allowed: NET_BIND_SERVICE. {Remedy}",
        Workloads.Deployment.With(Add, "[NET_BIND_SERVICE, CHOWN]"));

    [Fact]
    public void Decides_when_one_of_several_is_all() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(Drop, "[NET_RAW, ALL]").WithUnknown(Drop + "[0]"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule,
        "spec.template.spec.containers[0].securityContext.capabilities.drop[0] is known only after the deployment",
        Workloads.Deployment.WithUnknown(Drop + "[0]"));
}

using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class SysctlsTests
{
    private const string Parameters = "spec.template.spec.securityContext.sysctls";

    private static readonly Sysctls Rule = new();

    [Fact]
    public void Accepts_a_pod_that_sets_none() => RuleCheck.Accepts(Rule, Workloads.Deployment);

    [Fact]
    public void Accepts_safe_parameters() => RuleCheck.Accepts(Rule, Workloads.Deployment.With(
        Parameters, "[{ name: net.ipv4.ip_unprivileged_port_start, value: '80' }, { name: net.ipv4.tcp_keepalive_time, value: '60' }, { name: net.ipv4.tcp_rmem, value: '4096 131072 6291456' }]"));

    [Theory]
    [InlineData("net.core.somaxconn")]
    [InlineData("kernel.msgmax")]
    [InlineData("kernel/shm_rmid_forced")]
    public void Rejects_other_parameters(string name) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.securityContext.sysctls[1].name is '{name}'; allowed: kernel.shm_rmid_forced, net.ipv4.ip_local_port_range, net.ipv4.ip_local_reserved_ports, net.ipv4.ip_unprivileged_port_start, net.ipv4.ping_group_range, net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes, net.ipv4.tcp_keepalive_time, net.ipv4.tcp_rmem, net.ipv4.tcp_syncookies, net.ipv4.tcp_wmem. Remove the parameter, or set it on the nodes.",
        Workloads.Deployment.With(Parameters, $"[{{ name: net.ipv4.tcp_syncookies, value: '1' }}, {{ name: {name}, value: '1' }}]"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.securityContext.sysctls is known only after the deployment", Workloads.Deployment.WithUnknown(Parameters));
}

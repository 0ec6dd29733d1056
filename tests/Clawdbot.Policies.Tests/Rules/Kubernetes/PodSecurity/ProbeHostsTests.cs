using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class ProbeHostsTests
{
    private const string Container = "spec.template.spec.containers[0].";

    private static readonly ProbeHosts Rule = new();

    [Fact]
    public void Accepts_probes_of_the_pods_own_address() => RuleCheck.Accepts(
        Rule,
        Workloads.Deployment,
        Workloads.Deployment.With(Container + "livenessProbe.httpGet.host", "''"),
        Workloads.Deployment.With(Container + "lifecycle", "{ preStop: { exec: { command: [sleep, '5'] } } }"));

    [Theory]
    [InlineData("livenessProbe.httpGet")]
    [InlineData("readinessProbe.tcpSocket")]
    [InlineData("startupProbe.httpGet")]
    [InlineData("lifecycle.postStart.httpGet")]
    [InlineData("lifecycle.postStart.tcpSocket")]
    [InlineData("lifecycle.preStop.httpGet")]
    [InlineData("lifecycle.preStop.tcpSocket")]
    public void Rejects_another_host(string handler) => RuleCheck.Rejects(
        Rule,
        $"spec.template.spec.containers[0].{handler}.host of container 'web' is '127.0.0.1'; allowed: not set. Remove host; for a Host header use httpHeaders.",
        Workloads.Deployment.With(Container + handler + ".host", "127.0.0.1"));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule,
        "spec.template.spec.containers[0].livenessProbe.httpGet.host is known only after the deployment",
        Workloads.Deployment.WithUnknown(Container + "livenessProbe.httpGet.host"));
}

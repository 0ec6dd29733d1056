using Clawdbot.Policies.Rules.Kubernetes.PodSecurity;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Kubernetes.PodSecurity;

public sealed class HostPortsTests
{
    private const string HostPort = "spec.template.spec.containers[0].ports[0].hostPort";

    private static readonly HostPorts Rule = new();

    [Fact]
    public void Accepts_ports_of_the_container() => RuleCheck.Accepts(Rule, Workloads.Deployment, Workloads.Deployment.With(HostPort, "0"));

    [Fact]
    public void Rejects_a_port_of_the_node() => RuleCheck.Rejects(
        Rule,
        "spec.template.spec.containers[0].ports[0].hostPort of container 'web' is 8080; allowed: not set. Remove hostPort, and reach the container through a Service.",
        Workloads.Deployment.With(HostPort, "8080"));

    [Fact]
    public void Rejects_each_port_of_a_container() => Assert.Equal(
        ["spec.template.spec.containers[0].ports[0].hostPort", "spec.template.spec.containers[0].ports[1].hostPort"],
        RuleCheck.Run(Rule, Workloads.Deployment.With("spec.template.spec.containers[0].ports", "[{ containerPort: 80, hostPort: 80 }, { containerPort: 443, hostPort: 443 }]"))
            .Violations.Select(v => v.Message[..v.Message.IndexOf(' ', StringComparison.Ordinal)]));

    [Fact]
    public void Cannot_decide_what_is_known_only_after_the_deployment() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].ports[0].hostPort is known only after the deployment", Workloads.Deployment.WithUnknown(HostPort));
}

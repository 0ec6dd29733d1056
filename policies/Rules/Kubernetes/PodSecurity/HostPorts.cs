using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: ports of the node.</summary>
internal sealed class HostPorts() : ContainerRule(new PolicyMetadata("pod-host-ports")
{
    Title = "Containers take no port of their node",
    Description = "A host port is open on the node's addresses, past Services, and only one pod per node can have it, so that a rollout waits for a free node.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Host Ports"), FrameworkReference.Nsa("C-0044"), FrameworkReference.Polaris("hostPortSet")],
    Remedy = "Remove hostPort, and reach the container through a Service.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report) => report.Each(container.Root.Resource, container.Root["ports"].Items, port =>
    {
        var hostPort = port["hostPort"];
        if (hostPort.Exists && hostPort.Number != 0)
        {
            report.Violation(container, hostPort, "not set");
        }
    });
}

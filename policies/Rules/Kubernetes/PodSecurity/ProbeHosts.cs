using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>
/// Pod Security Standards, baseline since Kubernetes 1.34: the host of probes and lifecycle hooks. https://github.com/kubernetes/kubernetes/pull/125271
/// </summary>
internal sealed class ProbeHosts() : ContainerRule(new PolicyMetadata("pod-probe-host")
{
    Title = "Probes and lifecycle hooks name no host",
    Description = "The kubelet makes these connections from the node; with a host of the pod's choice they reach what the pod itself may not. The default is the pod's own address.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Host Probes / Lifecycle Hooks")],
    Remedy = "Remove host; for a Host header use httpHeaders.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    // Hooks refuse tcpSocket today, but old objects may have it; grpc and exec know no host.
    private static readonly string[] Actions = ["httpGet", "tcpSocket"];

    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report) => report.Each(container.Root.Resource, Hosts(container.Root), host =>
    {
        if (host.Text is { Length: > 0 })
        {
            report.Violation(container, host, "not set");
        }
    });

    private static IEnumerable<Property> Hosts(Property container)
    {
        Property[] handlers =
        [
            container["livenessProbe"], container["readinessProbe"], container["startupProbe"],
            container["lifecycle"]["postStart"], container["lifecycle"]["preStop"],
        ];
        return handlers.SelectMany(handler => Actions.Select(action => handler[action]["host"]));
    }
}

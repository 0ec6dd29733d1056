using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, restricted: capabilities of Linux pods.</summary>
internal sealed class DroppedCapabilities() : ContainerRule(new PolicyMetadata("pod-capabilities-restricted")
{
    Title = "Containers drop all capabilities, and take back at most NET_BIND_SERVICE",
    Description = "The runtime's default capabilities let root in a container change owners, make device files and send raw packets, which hardly any service needs.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.PodSecurity("restricted: Capabilities"), FrameworkReference.Nsa("C-0055"), FrameworkReference.KubeLinter("drop-net-raw-capability"),
        FrameworkReference.Polaris("insecureCapabilities"),
    ],
    Remedy = "Set capabilities to drop: [ALL] in the container's securityContext, and listen on a port above 1023.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var capabilities = container.SecurityContext["capabilities"];
        report.Part(container.Root.Resource, () =>
        {
            // What can be read comes first: one ALL decides, whatever the others will be.
            var drop = capabilities["drop"];
            if (!drop.Items.OrderBy(capability => capability.IsUnreadable).Any(capability => capability.Text == "ALL") && !container.Workload.IsWindows)
            {
                report.Violation(container, drop, "a list with ALL");
            }
        });
        report.Each(container.Root.Resource, capabilities["add"].Items, capability =>
        {
            if (capability.Text != "NET_BIND_SERVICE" && !container.Workload.IsWindows)
            {
                report.Violation(container, capability, "NET_BIND_SERVICE");
            }
        });
    }
}

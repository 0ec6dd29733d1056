using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: capabilities beyond those that the runtime gives anyway.</summary>
internal sealed class AddedCapabilities() : ContainerRule(new PolicyMetadata("pod-capabilities-baseline")
{
    Title = "Containers add no capability beyond the runtime's default ones",
    Description = "Capabilities such as SYS_ADMIN, SYS_PTRACE or NET_ADMIN are made for the node, and several of them are as good as root on it.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Capabilities"), FrameworkReference.Nsa("C-0046"), FrameworkReference.Polaris("dangerousCapabilities")],
    Remedy = "Remove the capability, or move what needs it into a namespace for node agents.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    // What containerd and CRI-O give by default, without NET_RAW, which may not be asked for: with it a pod can forge packets of others.
    private static readonly string[] Default =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    private static readonly string Allowed = string.Join(", ", Default);

    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report) =>
        report.Each(container.Root.Resource, container.SecurityContext["capabilities"]["add"].Items, capability =>
        {
            if (!Default.Contains(capability.Text, StringComparer.Ordinal))
            {
                report.Violation(container, capability, Allowed);
            }
        });
}

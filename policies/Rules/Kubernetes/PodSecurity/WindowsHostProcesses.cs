using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: HostProcess.</summary>
internal sealed class WindowsHostProcesses() : SecurityContextRule(new PolicyMetadata("pod-windows-host-process")
{
    Title = "Windows containers do not run as processes of their node",
    Description = "A HostProcess container is a program on the node, with the node's files, network and accounts; who takes it over has the node.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.PodSecurity("baseline: HostProcess"), FrameworkReference.Polaris("hostProcess")],
    Remedy = "Remove hostProcess, or move what needs it into a namespace for node agents.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    /// <inheritdoc/>
    protected override void Check(Property context, Container? container, RuleReport report)
    {
        var hostProcess = context["windowsOptions"]["hostProcess"];
        if (hostProcess.Flag == true)
        {
            Reject(report, container, hostProcess, "false");
        }
    }
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Root file systems that cannot be written.</summary>
internal sealed class ReadOnlyRoot() : ContainerRule(new PolicyMetadata("container-read-only-root")
{
    Title = "Containers have a read-only root file system",
    Description = "Who breaks into a container cannot leave programs in it, nor change those that are there.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeLinter("no-read-only-root-fs"), FrameworkReference.KubeScore("container-security-context-readonlyrootfilesystem"),
        FrameworkReference.Polaris("notReadOnlyRootFilesystem"), FrameworkReference.Nsa("C-0017"),
    ],
    Remedy = "Set readOnlyRootFilesystem, and mount an emptyDir where the program writes.",
    Url = "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        // Windows has no such thing, and a debugging container lives for as long as a person looks.
        if (container.Role == ContainerRole.Ephemeral || container.Workload.IsWindows)
        {
            return;
        }

        var readOnly = container.SecurityContext["readOnlyRootFilesystem"];
        if (readOnly.Flag != true)
        {
            report.Violation(container, readOnly, "true");
        }
    }
}

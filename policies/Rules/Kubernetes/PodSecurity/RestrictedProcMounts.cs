using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, restricted since Kubernetes 1.35: masks over /proc, also in user namespaces. https://github.com/kubernetes/kubernetes/pull/132157</summary>
internal sealed class RestrictedProcMounts() : ContainerRule(new PolicyMetadata("pod-proc-mount-restricted")
{
    Title = "Containers keep the masks over /proc",
    Description = "Behind the masks are kernel interfaces that only containers inside a container need; a user namespace makes them less dangerous, not harmless.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.PodSecurity("restricted: /proc Mount Type")],
    Remedy = "Remove procMount.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var procMount = container.SecurityContext["procMount"];
        if (procMount.Exists && procMount.Text != "Default")
        {
            report.Violation(container, procMount, "Default");
        }
    }
}

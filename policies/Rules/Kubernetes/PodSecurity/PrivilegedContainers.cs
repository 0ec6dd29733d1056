using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.PodSecurity;

/// <summary>Pod Security Standards, baseline: privileged containers.</summary>
internal sealed class PrivilegedContainers() : ContainerRule(new PolicyMetadata("pod-privileged")
{
    Title = "Containers do not run privileged",
    Description = "A privileged container has every capability and all devices of its node; who takes it over has the node.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.PodSecurity("baseline: Privileged Containers"), FrameworkReference.Nsa("C-0057"), FrameworkReference.KubeLinter("privileged-container")],
    Remedy = "Remove privileged, and give the container the one capability or device it needs.",
    Url = "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var privileged = container.SecurityContext["privileged"];
        if (privileged.Flag == true)
        {
            report.Violation(container, privileged, "false");
        }
    }
}

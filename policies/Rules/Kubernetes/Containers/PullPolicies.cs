using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>When images are pulled.</summary>
internal sealed class PullPolicies() : ContainerRule(new PolicyMetadata("container-pull-policy")
{
    Title = "Images may be pulled",
    Description = "With Never a container starts only on nodes where somebody has put the image by hand, and runs whatever was put there.",
    Severity = PolicySeverity.Medium,
    Frameworks = [FrameworkReference.KubeScore("container-image-pull-policy"), FrameworkReference.Polaris("pullPolicyNotAlways")],
    Remedy = "Use IfNotPresent for images with a version, Always otherwise.",
    Url = "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        var policy = container.Root["imagePullPolicy"];
        if (policy.Exists && policy.Text is not ("Always" or "IfNotPresent"))
        {
            report.Violation(container, policy, "Always, IfNotPresent");
        }
    }
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Digests behind tags. Images without a tag are another rule's matter.</summary>
internal sealed class ImageDigests() : ContainerRule(new PolicyMetadata("container-image-digest")
{
    Title = "Images are named by digest",
    Description = "A tag can be pushed again, by mistake or by an attacker with the registry's password. A digest is the image itself.",
    Severity = PolicySeverity.Medium,
    Frameworks = [new FrameworkReference("Kyverno policies", "require-image-checksum"), new FrameworkReference("OWASP Kubernetes Top Ten", "K02 Supply Chain Vulnerabilities")],
    Remedy = "Append the digest of the version to its tag, as name:tag@sha256:digest.",
    Url = "https://kubernetes.io/docs/concepts/containers/images/#image-names",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        if (container.Image.Text is { } text && ImageReference.Parse(text) is { Tag: not null, Digest: null })
        {
            report.Violation(container, container.Image, "an image with a digest");
        }
    }
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Image names that no registry can have.</summary>
internal sealed class ImageReferences() : ContainerRule(new PolicyMetadata("container-image-reference")
{
    Title = "Image names are well-formed",
    Description = "A container whose image name does not parse, such as one with capitals in its path or an unfilled template, never starts.",
    Severity = PolicySeverity.Critical,
    Frameworks = [new FrameworkReference("Kubernetes", "InvalidImageName")],
    Remedy = "Write it as registry/path:tag@digest, with a lower-case path.",
    Url = "https://kubernetes.io/docs/concepts/containers/images/#image-names",
})
{
    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        // No image at all is refused by the API server, and left out on purpose where a later step fills it in.
        if (container.Image.Exists && (container.Image.Text is not { } text || ImageReference.Parse(text) is null))
        {
            report.Violation(container, container.Image, "the name of an image");
        }
    }
}

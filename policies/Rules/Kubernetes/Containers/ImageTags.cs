using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;

namespace Clawdbot.Policies.Rules.Kubernetes.Containers;

/// <summary>Image tags that stand for another image every week.</summary>
internal sealed class ImageTags() : ContainerRule(new PolicyMetadata("container-image-tag")
{
    Title = "Images have a tag that names one version",
    Description = "Behind latest and its like stands another image every week: two pods of one Deployment then run different programs, and nobody can go back.",
    Severity = PolicySeverity.Medium,
    Frameworks =
    [
        FrameworkReference.KubeLinter("latest-tag"), FrameworkReference.KubeScore("container-image-tag"), FrameworkReference.Polaris("tagNotSpecified"), FrameworkReference.Nsa("C-0075"),
    ],
    Remedy = "Name the version, or better the digest.",
    Url = "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    Settings =
    [
        new RuleSetting(MovingTags, RuleSettingKind.Texts, "Tags that move from image to image; also refused as the first or last word of a tag without digits, such as stable-alpine.") { Default = Moving },
    ],
})
{
    private const string MovingTags = "movingTags";

    private static readonly string[] Moving =
    [
        "latest", "stable", "main", "master", "edge", "nightly", "dev", "devel", "develop", "development", "head", "tip", "trunk", "canary", "current", "snapshot", "unstable", "rolling", "testing",
        "test", "staging", "prod", "production", "release", "lts", "next", "preview", "beta", "alpha", "mainline",
    ];

    /// <inheritdoc/>
    protected override void Check(Container container, RuleReport report)
    {
        // A digest names one image, whatever the tag before it says.
        // Istio puts the image of its proxy where auto stands.
        if (container.Image.Text is not { } text || text == "auto" || ImageReference.Parse(text) is not { Digest: null } image)
        {
            return;
        }

        if (image.Tag is null)
        {
            report.Violation(container, container.Image, "an image with a tag or a digest", "Without one it is the image that is latest when a node pulls it.");
        }
        else if (IsMoving(image.Tag, report.Texts(MovingTags)))
        {
            report.Violation(container, container.Image, "a tag that stays with one version");
        }
    }

    private static bool IsMoving(string tag, IReadOnlyList<string> moving)
    {
        var words = tag.Split('-', '.', '_');
        return IsAmong(moving, tag) || words.Contains("latest", StringComparer.OrdinalIgnoreCase)
            || (!tag.Any(char.IsAsciiDigit) && (IsAmong(moving, words[0]) || IsAmong(moving, words[^1])));
    }

    private static bool IsAmong(IReadOnlyList<string> moving, string word) => moving.Contains(word, StringComparer.OrdinalIgnoreCase);
}

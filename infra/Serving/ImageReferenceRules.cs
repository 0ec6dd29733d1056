using System.Text.RegularExpressions;
using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Serving;

/// <summary>Rules for container image references.</summary>
public static partial class ImageReferenceRules
{
    /// <summary>Requires <paramref name="image"/> to name a version: a tag other than <c>latest</c>, a digest, or both.</summary>
    /// <param name="image">The reference.</param>
    /// <param name="member">Member of the subject that holds it.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    /// <param name="reason">Why a moving image would do harm; null when it is vLLM's.</param>
    public static IReadOnlyList<Diagnostic> Check(string image, string member, string subject, string remedy, string? reason = null)
    {
        var findings = new Findings(subject, remedy);
        var match = Image().Match(image);
        if (!match.Success || (!match.Groups["tag"].Success && !match.Groups["digest"].Success) || match.Groups["tag"].Value == "latest")
        {
            findings.Add(DiagnosticIds.UnpinnedImage, member, $"'{image}'", "<repository>:<tag>, <repository>@sha256:<64 hexadecimal digits> or both, the tag not 'latest'",
                reason ?? "vLLM removes flags between versions, so a moving image breaks running stacks.");
        }
        return findings.Diagnostics;
    }

    /// <summary>Whether the reference carries a digest, so that the registry cannot change what it means.</summary>
    public static bool HasDigest(string image) => image.Contains("@sha256:", StringComparison.Ordinal);

    /// <summary>The release of vLLM that the image's tag names, such as <c>v0.27.1-cu129</c>; null when it names none.</summary>
    public static VllmVersion? Version(string image) => Image().Match(image) is { Success: true } match && match.Groups["tag"].Success
        ? VllmVersion.Parse(match.Groups["tag"].Value)
        : null;

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:[0-9]{1,5}(?=/))?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*(:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(@(?<digest>sha256:[0-9a-f]{64}))?\z")]
    private static partial Regex Image();
}

using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>The name of a container image, by the grammar of https://github.com/distribution/reference</summary>
/// <param name="Repository">Registry and path as written: <c>registry.example.com/team/web</c>.</param>
/// <param name="Tag">The tag; null when there is none.</param>
/// <param name="Digest">The digest, with its algorithm; null when there is none.</param>
internal sealed partial record ImageReference(string Repository, string? Tag, string? Digest)
{
    /// <summary>Longest name that registries take, in characters.</summary>
    private const int LongestName = 255;

    /// <summary>Longer texts are no references: name, tag of 128, digest of at most 128 and their marks.</summary>
    private const int Longest = 600;

    /// <summary>The parts of <paramref name="text"/>; null when it is no reference.</summary>
    public static ImageReference? Parse(string text)
    {
        if (text.Length > Longest || Grammar().Match(text) is not { Success: true } match || match.Groups["name"].Length > LongestName)
        {
            return null;
        }

        return new ImageReference(match.Groups["name"].Value, Part(match, "tag"), Part(match, "digest"));
    }

    private static string? Part(Match match, string group) => match.Groups[group] is { Success: true } part ? part.Value : null;

    // A first part is a host when it has a dot or a port, is localhost, or has capitals; every other part is lower case.
    [GeneratedRegex(
        """
        \A(?<name>
            (?:(?:localhost|(?=[^/]*[.:A-Z])(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?/)?
            [a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*
            (?:/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*
        )
        (?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?
        (?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,128}))?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grammar();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Serving;

/// <summary>A release of vLLM, as precisely as the existence of flags depends on it.</summary>
internal readonly partial record struct VllmVersion(int Major, int Minor) : IComparable<VllmVersion>
{
    /// <summary>The version in the tag of an image; null when the image is no release of vLLM, or its tag does not say which.</summary>
    public static VllmVersion? OfImage(string image)
    {
        // Vendors number images by their own releases: 25.10 of NVIDIA, 0.3.9 of LMCache.
        if (image.Contains("lmcache", StringComparison.OrdinalIgnoreCase) || image.Contains("nvcr.io/", StringComparison.Ordinal))
        {
            return null;
        }

        var match = Tag().Match(image);
        return match.Success
            && int.TryParse(match.Groups["major"].Value, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(match.Groups["minor"].Value, CultureInfo.InvariantCulture, out var minor)
            ? new VllmVersion(major, minor)
            : null;
    }

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(VllmVersion left, VllmVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(VllmVersion left, VllmVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is older or the same.</summary>
    public static bool operator <=(VllmVersion left, VllmVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is newer or the same.</summary>
    public static bool operator >=(VllmVersion left, VllmVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(VllmVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    // vllm/vllm-openai:v0.27.1-cu129@sha256:…, vllm-cpu-release-repo:v0.9.2; every release so far is 0.something.
    [GeneratedRegex(@"(^|/)vllm(-openai|-cpu|-tpu)?[a-z-]*:v?(?<major>[0-3])\.(?<minor>\d{1,3})(\.\d+)?($|[^\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}

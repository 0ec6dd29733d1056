using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Capacity;

/// <summary>A release of vLLM.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
/// <param name="Patch">Third number.</param>
public readonly partial record struct VllmVersion(int Major, int Minor, int Patch = 0) : IComparable<VllmVersion>
{
    /// <summary>Reads <c>0.27.1</c>, <c>v0.19.0</c>, <c>0.6.6.post1</c> or <c>0.11.0rc2</c>; suffixes do not change the accounting.</summary>
    /// <param name="text">The version, or an image tag that is one.</param>
    /// <returns>Null when the text is not a version.</returns>
    public static VllmVersion? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Pattern().Match(text.Trim());
        return match.Success ? new VllmVersion(Number(match, 1), Number(match, 2), match.Groups[3].Success ? Number(match, 3) : 0) : null;
    }

    /// <summary>Finds the first release number in a text such as <c>vLLM 0.10.1+gptoss, nightly</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null when there is none.</returns>
    public static VllmVersion? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Anywhere().Match(text);
        return match.Success ? Parse(match.Value) : null;
    }

    /// <summary>Orders by release.</summary>
    /// <param name="other">The other version.</param>
    public int CompareTo(VllmVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(VllmVersion left, VllmVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(VllmVersion left, VllmVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is older or the same.</summary>
    public static bool operator <=(VllmVersion left, VllmVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is newer or the same.</summary>
    public static bool operator >=(VllmVersion left, VllmVersion right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>0.27.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:[.\-+]?(?:post|rc|dev|a|b|cu)[\w.+\-]*)?$")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![\d.])\d{1,4}\.\d{1,4}(?:\.\d{1,4})?(?![\d])")]
    private static partial Regex Anywhere();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Releases;

/// <summary>A release of three numbers, such as <c>3.6.14</c> or <c>2026.4.15</c>.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Patch">The third number.</param>
/// <param name="IsPrerelease">Whether it came before the release with these numbers.</param>
internal sealed partial record ReleaseNumber(int Major, int Minor, int Patch, bool IsPrerelease) : IComparable<ReleaseNumber>
{
    /// <summary>The release at the beginning of a tag, as in <c>v3.6.14</c> or <c>2026.7.1-2-slim</c>; null when all three numbers are not there.</summary>
    public static ReleaseNumber? Parse(string text)
    {
        var match = Numbers().Match(text);
        return match.Success ? new ReleaseNumber(Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]), match.Groups[4].Success) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(ReleaseNumber? other) =>
        other is null ? 1 : (Major, Minor, Patch, !IsPrerelease).CompareTo((other.Major, other.Minor, other.Patch, !other.IsPrerelease));

    /// <summary>Whether it is older than <paramref name="other"/>.</summary>
    public bool IsBefore(ReleaseNumber other) => CompareTo(other) < 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\Av?([0-9]{1,6})\.([0-9]{1,6})\.([0-9]{1,6})(?![0-9.])(-(?:alpha|beta|rc|pre|dev)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

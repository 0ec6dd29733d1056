using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Infra.Assistant;

/// <summary>A release of OpenClaw; they are numbered by year, month and a count within the month.</summary>
/// <param name="Year">Such as 2026.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Number">Count within the month, from 1.</param>
public readonly partial record struct AssistantRelease(int Year, int Month, int Number) : IComparable<AssistantRelease>
{
    /// <summary>The release at the start of an image's tag, as in <c>…:2026.9.6-slim@sha256:…</c>; null when there is none, or only a beta.</summary>
    public static AssistantRelease? OfImage(string image)
    {
        var match = Tag().Match(image);
        return match.Success ? new AssistantRelease(Number(1), Number(2), Number(3)) : null;

        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public int CompareTo(AssistantRelease other) => (Year, Month, Number).CompareTo((other.Year, other.Month, other.Number));

    /// <summary>Whether the left one is older.</summary>
    public static bool operator <(AssistantRelease left, AssistantRelease right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is newer.</summary>
    public static bool operator >(AssistantRelease left, AssistantRelease right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is older or the same.</summary>
    public static bool operator <=(AssistantRelease left, AssistantRelease right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is newer or the same.</summary>
    public static bool operator >=(AssistantRelease left, AssistantRelease right) => left.CompareTo(right) >= 0;

    /// <summary>For example <c>2026.9.6</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}.{Month}.{Number}");

    [GeneratedRegex(@":(20[0-9]{2})\.([1-9]|1[0-2])\.([0-9]{1,3})(?![.0-9])(?!-(?:alpha|beta|rc))[^:/@]*(?:@sha256:[0-9a-f]{64})?\z")]
    private static partial Regex Tag();
}

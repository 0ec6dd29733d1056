using System.Globalization;
using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Observability;

/// <summary>Times as Prometheus writes them: <c>1m</c>, <c>1h30m</c>, <c>500ms</c>.</summary>
internal static partial class PrometheusDuration
{
    private static readonly (string Unit, double Seconds)[] Units = [("y", 31536000), ("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1), ("ms", 0.001)];

    /// <summary>Seconds; null when <paramref name="text"/> is no time.</summary>
    public static double? Seconds(string? text)
    {
        if (text == "0")
        {
            return 0;
        }

        var match = Parts().Match(text ?? "");
        if (!match.Success || string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Units.Select((unit, index) => match.Groups[index + 1] is { Success: true } part ? double.Parse(part.ValueSpan, CultureInfo.InvariantCulture) * unit.Seconds : 0).Sum();
    }

    [GeneratedRegex(@"\A(?:([0-9]{1,9})y)?(?:([0-9]{1,9})w)?(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}

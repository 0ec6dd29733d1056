using System.Globalization;

namespace Clawdbot.Infra.Observability;

/// <summary>Spelling of numbers and templates in expressions and texts of alerts.</summary>
public static class AlertText
{
    /// <summary>The value of the expression, shortened by Prometheus.</summary>
    public const string Value = "{{ $value | humanize }}";

    /// <summary>The value of the expression, a share, as a percentage.</summary>
    public const string Percent = "{{ $value | humanizePercentage }}";

    /// <summary>The value of the expression, seconds, as a duration.</summary>
    public const string Duration = "{{ $value | humanizeDuration }}";

    /// <summary>The value of a label of the result.</summary>
    /// <param name="name">Name of the label.</param>
    public static string Label(string name) => $"{{{{ $labels.{name} }}}}";

    /// <summary>A number as PromQL and people read it: at most six digits behind the point.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage: 0.85 is <c>85 %</c>.</summary>
    /// <param name="share">The share.</param>
    public static string Share(double share) => $"{Math.Round(share * 100, 4).ToString("0.####", CultureInfo.InvariantCulture)} %";

    /// <summary>A duration of Prometheus in its largest whole unit: <c>90s</c>, <c>15m</c>, <c>6h</c>, <c>3d</c>.</summary>
    /// <param name="seconds">Seconds, 0 or more.</param>
    public static string Period(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        var (amount, unit) = seconds switch
        {
            0 => (0, "s"),
            _ when seconds % 86400 == 0 => (seconds / 86400, "d"),
            _ when seconds % 3600 == 0 => (seconds / 3600, "h"),
            _ when seconds % 60 == 0 => (seconds / 60, "m"),
            _ => (seconds, "s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{amount}{unit}");
    }

    /// <summary>A matcher of a selector: the label has exactly this value.</summary>
    /// <param name="label">Name of the label.</param>
    /// <param name="value">Value without quotes and backslashes.</param>
    public static string Is(string label, string value) => $"{label}=\"{value}\"";

    /// <summary>A matcher of a selector: the whole value of the label matches.</summary>
    /// <param name="label">Name of the label.</param>
    /// <param name="pattern">Regular expression without quotes and backslashes.</param>
    public static string Matches(string label, string pattern) => $"{label}=~\"{pattern}\"";

    /// <summary>Seconds of so many minutes.</summary>
    /// <param name="count">Minutes.</param>
    public static int Minutes(int count) => count * 60;

    /// <summary>Seconds of so many hours.</summary>
    /// <param name="count">Hours.</param>
    public static int Hours(int count) => count * 3600;
}

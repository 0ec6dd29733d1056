using System.Globalization;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>A number of pods, or a share of them: <c>1</c>, <c>25%</c>.</summary>
/// <param name="Value">The number, or the percentage.</param>
/// <param name="IsPercent">Whether it is a percentage.</param>
internal readonly record struct IntOrPercent(double Value, bool IsPercent)
{
    /// <summary>What stands at <paramref name="place"/>; null when there is nothing, or something else.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public static IntOrPercent? At(Property place)
    {
        if (place.Number is { } number)
        {
            return new IntOrPercent(number, false);
        }

        return place.Text is { } text && text.EndsWith('%') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? new IntOrPercent(percent, true)
            : null;
    }

    /// <summary>The number that it is of <paramref name="total"/>, rounded up as budgets do.</summary>
    public double Of(double total) => IsPercent ? Math.Ceiling(total * Value / 100) : Value;
}

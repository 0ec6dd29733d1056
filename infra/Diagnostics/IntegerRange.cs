using System.Globalization;

namespace Clawdbot.Infra.Diagnostics;

/// <summary>An inclusive range of whole numbers, with the words for an error message.</summary>
/// <param name="Minimum">Smallest allowed value.</param>
/// <param name="Maximum">Largest allowed value.</param>
public readonly record struct IntegerRange(int Minimum, int Maximum)
{
    /// <summary>Whether <paramref name="value"/> lies in the range, bounds included.</summary>
    public bool Contains(int value) => value >= Minimum && value <= Maximum;

    /// <summary>For example <c>1 to 64</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}");
}

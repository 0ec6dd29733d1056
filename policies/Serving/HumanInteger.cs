using System.Globalization;

namespace Clawdbot.Policies.Serving;

/// <summary>Whole numbers as vLLM's flags take them: <c>8192</c>, <c>8k</c> (8000), <c>8K</c> (8192), <c>25.6k</c>.</summary>
internal static class HumanInteger
{
    /// <summary>The number; null when <paramref name="text"/> is none.</summary>
    public static double? Parse(string text)
    {
        var digits = text.Trim();
        if (digits.Length == 0)
        {
            return null;
        }

        var factor = digits[^1] switch
        {
            'k' => 1e3,
            'm' => 1e6,
            'g' => 1e9,
            't' => 1e12,
            'K' => 1L << 10,
            'M' => 1L << 20,
            'G' => 1L << 30,
            'T' => 1L << 40,
            _ => 1,
        };
        digits = factor == 1 ? digits : digits[..^1];
        return double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * factor % 1 == 0
            ? number * factor
            : null;
    }
}

using System.Globalization;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>
/// A Kubernetes quantity: <c>500m</c>, <c>1.5Gi</c>, <c>2e3</c>.
/// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
/// </summary>
internal readonly record struct Quantity : IComparable<Quantity>
{
    private const int LargestExponent = 29;

    private static readonly Dictionary<string, decimal> Factors = new(StringComparer.Ordinal)
    {
        [""] = 1m,
        ["n"] = 0.000000001m,
        ["u"] = 0.000001m,
        ["m"] = 0.001m,
        ["k"] = 1e3m,
        ["M"] = 1e6m,
        ["G"] = 1e9m,
        ["T"] = 1e12m,
        ["P"] = 1e15m,
        ["E"] = 1e18m,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    private Quantity(decimal value) => Value = value;

    /// <summary>The amount in base units: cores, bytes, devices. Amounts that are too large to be held are the largest that can.</summary>
    public decimal Value { get; }

    /// <summary>Whether it is a whole number of units.</summary>
    public bool IsWhole => Value == decimal.Truncate(Value);

    /// <summary>Whether it is more than nothing.</summary>
    public bool IsPositive => Value > 0;

    /// <summary>Whether <paramref name="left"/> is less.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> is more.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is not more.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is not less.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    /// <summary>The quantity at <paramref name="place"/>; null when there is none, or what stands there is none.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public static Quantity? At(Property place) => place.Scalar is { } text ? Parse(text) : null;

    /// <summary>The quantity that <paramref name="text"/> writes; null when it is none.</summary>
    public static Quantity? Parse(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.' || (end == 0 && text[end] is '+' or '-')))
        {
            end++;
        }

        var (number, suffix) = (text[..end], text[end..]);
        if (!number.Any(char.IsAsciiDigit) || number.Count(c => c == '.') > 1)
        {
            return null;
        }

        // Only too many digits are left as a reason to fail.
        var amount = decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : decimal.MaxValue;
        if (Factors.TryGetValue(suffix, out var factor))
        {
            return new Quantity(Times(amount, factor));
        }

        if (suffix.Length < 2 || suffix[0] is not ('e' or 'E')
            || !int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            return null;
        }

        for (var step = Math.Clamp(exponent, -LargestExponent, LargestExponent); step != 0; step -= Math.Sign(step))
        {
            amount = Times(amount, step > 0 ? 10m : 0.1m);
        }

        return new Quantity(amount);
    }

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    private static decimal Times(decimal amount, decimal factor) =>
        factor > 1 && Math.Abs(amount) > decimal.MaxValue / factor ? (amount < 0 ? decimal.MinValue : decimal.MaxValue) : amount * factor;
}

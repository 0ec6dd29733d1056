using System.Globalization;
using Clawdbot.Policies.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Clawdbot.Policies.Documents;

/// <summary>The types of plain YAML scalars, as go-yaml v2 resolves them, on which Kubernetes' reader builds.</summary>
internal static class YamlScalars
{
    private static readonly string[] True = ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"];
    private static readonly string[] False = ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"];
    private static readonly string[] Null = ["", "~", "null", "Null", "NULL"];

    /// <summary>The value of a scalar.</summary>
    public static PropertyValue Value(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value is "tag:yaml.org,2002:str" or "!"))
        {
            return new PropertyValue.Text(text);
        }

        if (Null.Contains(text, StringComparer.Ordinal))
        {
            return PropertyValue.Nothing;
        }

        if (True.Contains(text, StringComparer.Ordinal))
        {
            return new PropertyValue.Flag(true);
        }

        if (False.Contains(text, StringComparer.Ordinal))
        {
            return new PropertyValue.Flag(false);
        }

        return Number(text) is { } number ? new PropertyValue.Number(number) : new PropertyValue.Text(text);
    }

    private static double? Number(string text)
    {
        var digits = text.TrimStart('+', '-');
        if (digits.Length == 0 || !(char.IsAsciiDigit(digits[0]) || digits[0] == '.'))
        {
            return null;
        }

        var sign = text[0] == '-' ? -1 : 1;
        if (text.Length - digits.Length > 1)
        {
            return null;
        }

        if (digits.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? sign * hex : null;
        }

        var octal = digits.StartsWith("0o", StringComparison.Ordinal) ? digits[2..] : digits.Length > 1 && digits[0] == '0' && digits.All(char.IsAsciiDigit) ? digits[1..] : null;
        if (octal is { Length: > 0 and < 18 } && octal.All(c => c is >= '0' and <= '7'))
        {
            return sign * (double)Convert.ToInt64(octal, 8);
        }

        return digits is ".inf" or ".Inf" or ".INF" ? sign * double.PositiveInfinity
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}

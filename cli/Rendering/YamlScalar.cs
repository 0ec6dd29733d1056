using System.Buffers;
using System.Globalization;
using System.Text;
using Clawdbot.Cli.Plans;

namespace Clawdbot.Cli.Rendering;

/// <summary>
/// Spells YAML scalars so that every reader, YAML 1.1 (kubectl's and most others) or 1.2, gets back exactly the value:
/// a string is written plain only where no version could read it as anything else.
/// </summary>
internal static class YamlScalar
{
    // https://yaml.org/type/bool.html and null.html (YAML 1.1), plus the float words that some readers accept without a dot.
    private static readonly HashSet<string> ReservedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "n", "yes", "no", "true", "false", "on", "off", "null", "nan", "inf", "infinity",
    };

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-:@+=,");

    /// <summary>A string on one line: plain when that is safe, otherwise in double quotes.</summary>
    public static string Text(string value) => IsSafePlain(value) ? value : Quoted(value);

    /// <summary>A number; whole ones without a fraction, others with the fewest digits that read back the same.</summary>
    public static string Number(double value)
    {
        if (PlanNumbers.TryGetInteger(value, out var integer))
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);

        // YAML 1.1 reads an exponent only behind a fraction: 1E+20 would be a string.
        return exponent >= 0 && !text.Contains('.', StringComparison.Ordinal) ? text.Insert(exponent, ".0") : text;
    }

    /// <summary>Whether <paramref name="value"/> can be a literal block (<c>|</c>): several lines, nothing that a block would change.</summary>
    public static bool IsBlock(string value)
    {
        if (!value.Contains('\n', StringComparison.Ordinal) || value[0] is ' ' or '\n' or '\t')
        {
            return false;
        }

        foreach (var character in value)
        {
            if (character != '\n' && character != '\t' && !IsPrintable(character))
            {
                return false;
            }
        }

        // Lines of blanks only would lose or gain blanks next to the indentation in some readers.
        return value.Split('\n').All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line));
    }

    /// <summary>The block header that keeps the line feeds at the end of <paramref name="value"/>.</summary>
    public static string BlockHeader(string value) =>
        !value.EndsWith('\n') ? "|-" : value.EndsWith("\n\n", StringComparison.Ordinal) ? "|+" : "|";

    private static bool IsSafePlain(string value) =>
        value.Length > 0
        && (char.IsAsciiLetter(value[0]) || value[0] == '/')
        && value[^1] != ':'
        && !value.AsSpan().ContainsAnyExcept(PlainCharacters)
        && !ReservedWords.Contains(value);

    private static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                > char.MaxValue => text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                var code when IsPrintable((char)code) => text.Append((char)code),
                var code => text.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}"),
            };
        }

        return text.Append('"').ToString();
    }

    // Not a surrogate half (blocks go by characters; libyaml and go-yaml refuse them when escaped); NEL, LS, PS and the
    // byte order mark break lines or vanish in YAML 1.1.
    private static bool IsPrintable(char character) =>
        character is >= ' ' and < '\x7f' or >= '\xa0' and < '\ud800' and not '\u2028' and not '\u2029' or >= '\ue000' and < '\ufeff';
}

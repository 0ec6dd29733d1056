using System.Globalization;
using System.Text;

namespace Clawdbot.Policies.Values;

/// <summary>Values in messages: short and on one line, whatever they hold.</summary>
internal static class ShownValue
{
    /// <summary>Longest text that is shown in full, in characters.</summary>
    private const int Longest = 120;

    /// <summary>The words for a value that is no secret.</summary>
    public static string Of(PropertyValue? value) => value switch
    {
        null or PropertyValue.Null => "not set",
        PropertyValue.Text text => Quoted(text.Value),
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Flag flag => flag.Value ? "true" : "false",
        PropertyValue.List list when list.Items.Count == 0 => "an empty list",
        PropertyValue.List list when list.Items.Count <= 8 && list.Items.All(i => i is PropertyValue.Text or PropertyValue.Number) => $"[{OneLine(string.Join(", ", list.Items.Select(Plain)))}]",
        PropertyValue.List list => $"a list of {list.Items.Count.ToString(CultureInfo.InvariantCulture)}",
        PropertyValue.Map map => map.Entries.Count == 0 ? "an empty object" : "an object",
        PropertyValue.Unknown => "unknown",
        PropertyValue.Secret => "a secret",
        PropertyValue.Opaque opaque => opaque.Kind,
        _ => "a value",
    };

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text) => $"'{OneLine(text)}'";

    /// <summary>A text without line breaks and control characters, cut when it is long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters are shown.</param>
    public static string OneLine(string text, int longest = Longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest)
            {
                return line.Append('…').ToString();
            }

            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            line.Append(hidden ? $"\\u{{{rune.Value.ToString("x", CultureInfo.InvariantCulture)}}}" : rune.ToString());
        }

        return line.ToString();
    }

    private static string Plain(PropertyValue value) => value is PropertyValue.Text text ? text.Value : ((PropertyValue.Number)value).Value.ToString(CultureInfo.InvariantCulture);
}

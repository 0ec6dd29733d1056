using System.Text;

namespace Clawdbot.Cli.Files;

/// <summary>Texts from elsewhere (exceptions, arguments, file content) made fit for one line of a terminal.</summary>
internal static class OneLine
{
    // Long enough for every message of our own; a foreign text that is longer would bury the rest of the line.
    private const int Longest = 400;

    /// <summary>The text with line breaks as blanks and without control characters, so that it can neither add lines nor steer a terminal.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune);
            if (blank && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length >= Longest)
            {
                return line.Append('…').ToString();
            }

            if (blank)
            {
                line.Append(' ');
            }
            else if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }
}

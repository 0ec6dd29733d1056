using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Gateway;

/// <summary>Settings, of whatever program, that say which algorithms sign tokens.</summary>
internal static partial class TokenAlgorithms
{
    private const int LongestScan = 1 << 20;

    // How far above a setting the word stands that says what it is about.
    private const int Context = 300;

    /// <summary>Whether the settings accept <c>none</c>, the algorithm of tokens that nobody signed.</summary>
    /// <param name="file">Name of the file, or of a single setting.</param>
    /// <param name="text">Its content.</param>
    public static bool HasNone(string file, string text)
    {
        if (AlgorithmName().IsMatch(file))
        {
            return IsNone(file, text);
        }

        var scanned = text.Length > LongestScan ? text[..LongestScan] : text;
        foreach (Match match in Setting().Matches(scanned))
        {
            if (None().IsMatch(match.Groups["value"].Value) && IsAboutTokens(scanned[Math.Max(0, match.Index - Context)..(match.Index + match.Groups["name"].Length)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a single setting accepts <c>none</c>.</summary>
    public static bool IsNone(string name, string value) => value.Length <= Context && AlgorithmName().IsMatch(name) && IsAboutTokens(name) && None().IsMatch(value);

    private static bool IsAboutTokens(string text) => Tokens().IsMatch(text);

    [GeneratedRegex(@"jw[tsk]|bearer|token", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"alg(?:orithm)?s?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex AlgorithmName();

    // A list on its line, a list on the lines below, or one word.
    [GeneratedRegex(
        @"(?<name>(?<![A-Za-z])(?:jwt|jws|token|bearer|sign(?:ing|ature)?|allowed|accepted|supported|valid)?[_.-]?alg(?:orithm)?s?)[""']?[ \t]*[:=](?!=)[ \t]*(?<value>\[[^\]]{0,300}\]|[""']?[A-Za-z][A-Za-z0-9, ]{0,100}[""']?|(?:\r?\n[ \t]*-[ \t]*[""']?\w+[""']?[ \t]*(?=\r?\n|\z)){1,20})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        2000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\bnone\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex None();
}

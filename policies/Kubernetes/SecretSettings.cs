using System.Buffers;
using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>
/// Settings with a secret in them: <c>password: hunter2</c> in YAML, JSON, TOML and the like, and the same on a command line. Names and prose around secrets are common
/// there, so a setting counts only when its name ends with the secret, and when its value is one word that stands for nothing else.
/// </summary>
internal static partial class SecretSettings
{
    private const int LongestScan = 1 << 20;

    private const int ShortestPassword = 3;

    private const int ShortestKey = 8;

    // Names of Secrets are shorter than secrets, mostly.
    private const int LongestReference = 20;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".json5", ".toml", ".ini", ".conf", ".cfg", ".cnf", ".config", ".properties", ".env", ".hcl", ".xml", ".sql"];

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,;}]#");

    // Types, in schemas.
    private static readonly string[] Types = ["string", "str", "text", "secret", "varchar", "bytes"];

    /// <summary>Whether a file of this name holds settings: one without an extension may.</summary>
    public static bool IsFile(string name) => !name.Contains('.', StringComparison.Ordinal) || Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether <paramref name="text"/> sets a secret.</summary>
    public static bool HasSecret(string text)
    {
        var scanned = text.Length > LongestScan ? text[..LongestScan] : text;
        foreach (var match in NameEnd().EnumerateMatches(scanned))
        {
            if (IsSecretAt(scanned, match.Index, match.Index + match.Length))
            {
                return true;
            }
        }

        return Sql().IsMatch(scanned);
    }

    /// <summary>Whether <paramref name="value"/> is a secret when it is set under <paramref name="name"/>.</summary>
    public static bool IsSecret(string name, string value)
    {
        var isPassword = PasswordEnd().IsMatch(name);
        return NameEnd().IsMatch(name + ":")
            && value.Length >= (isPassword ? ShortestPassword : ShortestKey)
            && !value.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '{' or '}' or '<' or '>' or '\\')
            && value[0] is not ('$' or '%' or '@' or '!' or '&' or '*' or '|' or '=' or '[')
            && !value.StartsWith("ENC", StringComparison.Ordinal)
            && !Types.Contains(value, StringComparer.OrdinalIgnoreCase)
            && (isPassword || !IsName(name, value))
            && (SecretNames.Suggests(name, value) || (isPassword && SecretNames.Suggests("password", value)));
    }

    // A word is what something is called; so is what a Secret may be called, under the name of one. Keys of model servers begin with sk-, also those that people think up.
    private static bool IsName(string name, string value) =>
        !value.StartsWith("sk-", StringComparison.Ordinal)
        && (value.All(c => char.IsAsciiLetterLower(c) || c is '-' or '_' or '.' or '/' or ':')
            || (ReferenceEnd().IsMatch(name) && !Guid.TryParse(value, out _) && (value.Length < LongestReference || value.Contains('-', StringComparison.Ordinal))
                && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '/')));

    private static bool IsSecretAt(string text, int index, int end)
    {
        var separator = text[end - 1];
        var start = index;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.' or '-'))
        {
            start--;
        }

        var name = text[start..end].TrimStart('-').TrimEnd(' ', '\t', ':', '=', '"', '\'');
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        if (end >= text.Length)
        {
            return false;
        }

        var isQuotedName = start > 0 && text[start - 1] is '"' or '\'';
        var isQuoted = text[end] is '"' or '\'';
        var value = isQuoted ? Quoted(text, end) : Plain(text, end);
        return value is not null
            && (isQuotedName || StartsLine(text, start) || (separator == '=' && isQuoted && end > 0 && text[end - 1] == '='))
            && IsSecret(name, value);
    }

    private static string? Quoted(string text, int start)
    {
        var close = text.AsSpan(start + 1).IndexOfAny(text[start], '\n');
        return close < 0 || text[start + 1 + close] == '\n' ? null : text.Substring(start + 1, close);
    }

    // One word, behind which the line ends or something else begins; several words are prose, or a call.
    private static string? Plain(string text, int start)
    {
        var rest = text.AsSpan(start);
        var length = rest.IndexOfAny(WordEnds);
        if (length < 0)
        {
            return rest.ToString();
        }

        var behind = rest[length..].TrimStart(" \t");
        return behind.Length == 0 || behind[0] is '\r' or '\n' or ',' or ';' or '}' or ']' or '#' ? rest[..length].ToString() : null;
    }

    private static bool StartsLine(string text, int start)
    {
        for (var at = start - 1; at >= 0 && text[at] != '\n'; at--)
        {
            if (text[at] is '{' or ',' or ';')
            {
                return true;
            }

            if (text[at] is not (' ' or '\t' or '-' or '\r'))
            {
                return text.AsSpan(0, at + 1).EndsWith("export", StringComparison.Ordinal);
            }
        }

        return true;
    }

    [GeneratedRegex(@"(?:passw(?:or)?d|passphrase|secret|token|api[_.-]?key|access[_.-]?key|secret[_.-]?key|private[_.-]?key|(?<=[_.-])pass|requirepass|masterauth)['""]?[ \t]*[:=]|^[ \t]*(?:requirepass|masterauth)[ \t]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline, 2000)]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"(?:passw(?:or)?d|passphrase|[_.-]pass|requirepass|masterauth)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex PasswordEnd();

    // Without those of psql's and other variables.
    [GeneratedRegex(@"\b(?:identified[ \t]+(?:with[ \t]+\w+[ \t]+)?by|password)[ \t]+'(?![$:{<%])[^'\n]{3,}'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Sql();

    [GeneratedRegex(@"secret\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex ReferenceEnd();
}

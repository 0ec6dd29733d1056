using System.Text;
using System.Text.RegularExpressions;

namespace Clawdbot.Policies.Kubernetes;

/// <summary>Texts that are secrets by their form, whatever they are called.</summary>
internal static partial class SecretFormats
{
    private const int LongestScan = 1 << 20;

    // Each kind with what its documentation says of its form; the prefixes are long enough that ordinary text does not have them.
    private static readonly (string Name, Regex Form)[] Kinds =
    [
        ("a private key", PrivateKey()),
        ("an AWS access key", AwsKey()),
        ("a GitHub token", GitHubToken()),
        ("a GitLab token", GitLabToken()),
        ("a Slack token", SlackToken()),
        ("a Hugging Face token", HuggingFaceToken()),
        ("a JSON Web Token", JsonWebToken()),
        ("a Google API key", GoogleKey()),
        ("an API key", ApiKey()),
        ("a Telegram bot token", TelegramToken()),
        ("a URL with a password", UrlWithPassword()),
        ("a connection string with a password", ConnectionString()),
    ];

    /// <summary>What kind of secret stands in <paramref name="text"/>, with its article; null when there is none.</summary>
    public static string? Find(string text)
    {
        var scanned = text.Length > LongestScan ? text[..LongestScan] : text;
        foreach (var (name, form) in Kinds)
        {
            foreach (var match in form.EnumerateMatches(scanned))
            {
                if (!IsExample(scanned.AsSpan(match.Index, match.Length)))
                {
                    return name;
                }
            }
        }

        return null;
    }

    // Documentation writes keys with EXAMPLE in them, or with one character repeated.
    private static bool IsExample(ReadOnlySpan<char> text)
    {
        var seen = new HashSet<char>();
        foreach (var c in text)
        {
            seen.Add(c);
        }

        return seen.Count < 6 || text.Contains("EXAMPLE", StringComparison.OrdinalIgnoreCase) || text.Contains("xxxx", StringComparison.OrdinalIgnoreCase)
            || text.Contains("your", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text that <paramref name="base64"/> encodes; null when it encodes none.</summary>
    public static string? Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, buffer, out var length))
        {
            return null;
        }

        try
        {
            return new UTF8Encoding(false, true).GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // With its content: the header alone stands in scripts that look for keys.
    [GeneratedRegex(@"-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY-----\s*(?:[A-Za-z-]+: [^\n]*\s+){0,4}[A-Za-z0-9+/=]{16}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex GitHubToken();

    [GeneratedRegex(@"\bgl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,64}\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex GitLabToken();

    [GeneratedRegex(@"\b(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[0-9]-[A-Za-z0-9-]{20,250})|hooks\.slack\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/[A-Za-z0-9]{16,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SlackToken();

    [GeneratedRegex(@"\b(?:hf|api_org)_[A-Za-z0-9]{30,64}\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HuggingFaceToken();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex JsonWebToken();

    [GeneratedRegex(@"\bAIza[A-Za-z0-9_-]{35}\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex GoogleKey();

    // OpenAI, Anthropic, Stripe, npm, SendGrid, NVIDIA.
    [GeneratedRegex(@"\b(?:sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{32,250}|[sr]k_live_[A-Za-z0-9]{20,120}|npm_[A-Za-z0-9]{36}|SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|nvapi-[A-Za-z0-9_-]{40,100})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ApiKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TelegramToken();

    // The texts that are rare come first: a search for them is fast, and the rest is asked only where they stand.
    // References to variables, templates, stars and the words of documentation are no passwords.
    [GeneratedRegex(@"://(?<=[a-z0-9]://)[^\s:/@?#'""<>{}$]{0,64}:(?![$<{%*\[]|(?:password|passwd|pass|pwd|secret|token)@)[^\s:/@?#'""<>{}$]{1,128}@(?!sha(?:256|512):)[A-Za-z0-9\[]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex UrlWithPassword();

    [GeneratedRegex(@"(?:Password|Pwd|AccountKey|SharedAccessKey)(?<=(?:;|\A)\s*[A-Za-z]+)\s*=\s*(?![$<{%*])[^;\s]{3,}\s*(?:;|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex ConnectionString();
}

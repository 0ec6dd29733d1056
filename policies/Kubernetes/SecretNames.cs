namespace Clawdbot.Policies.Kubernetes;

/// <summary>Names, of variables and keys, behind which people put secrets.</summary>
internal static class SecretNames
{
    private static readonly HashSet<string> Words = new(
        ["PASSWORD", "PASSWORDS", "PASSWD", "PASSPHRASE", "PASSCODE", "SECRET", "SECRETS", "TOKEN", "CREDENTIAL", "CREDENTIALS", "APIKEY", "SECRETKEY", "ACCESSKEY", "PRIVATEKEY"],
        StringComparer.Ordinal);

    // PGPASSWORD, MYSQLPASSWORD, DBPASSWD.
    private static readonly string[] Endings = ["PASSWORD", "PASSWD", "PASSPHRASE", "APIKEY", "SECRETKEY", "PRIVATEKEY"];

    // A key is a secret when it opens something; partitions, sort orders and public keys have keys too.
    private static readonly HashSet<string> BeforeKey = new(
        [
            "API", "ACCESS", "SECRET", "PRIVATE", "ENCRYPTION", "SIGNING", "AUTH", "MASTER", "ACCOUNT", "STORAGE", "SHARED", "SSH", "DEPLOY", "HMAC", "JWT", "SESSION", "COOKIE",
            "CLIENT", "ADMIN", "SERVICE", "APP", "UNSEAL", "ROOT", "AES", "RSA",
        ],
        StringComparer.Ordinal);

    // The last word says that it is about a secret, and not the secret itself.
    private static readonly HashSet<string> Harmless = new(
        [
            "FILE", "FILES", "FILENAME", "PATH", "PATHS", "DIR", "DIRECTORY", "FOLDER", "MOUNT", "LOCATION", "NAME", "NAMES", "NAMESPACE", "PREFIX", "SUFFIX", "URL", "URI", "ENDPOINT", "HOST", "PORT",
            "ADDR", "ADDRESS", "SERVER", "SERVICE", "TTL", "EXPIRY", "EXPIRES", "EXPIRATION", "LIFETIME", "AGE", "TIMEOUT", "INTERVAL", "DURATION", "PERIOD", "SECONDS", "MINUTES", "HOURS", "DAYS", "MS",
            "LENGTH", "SIZE", "LIMIT", "COUNT", "MAX", "MIN", "TYPE", "MODE", "FORMAT", "ENABLED", "ENABLE", "DISABLED", "DISABLE", "REQUIRED", "OPTIONAL", "ALLOWED", "ISSUER", "AUDIENCE", "ALGORITHM", "ALG",
            "HEADER", "COOKIE", "CLAIM", "SCOPE", "SCOPES", "FIELD", "REF", "SELECTOR", "POLICY", "ROTATION", "PROVIDER", "STORE", "BACKEND", "MANAGER", "ENGINE", "DRIVER", "REFRESH", "VERSION", "REGION",
            "ID", "IDS", "ARN", "ENV", "VAR", "VARIABLE", "KIND", "METHOD", "STRATEGY", "PLUGIN", "COMMAND", "PUBLIC", "USER", "USERNAME", "LABEL", "REVIEW", "REUSE", "VALIDATION", "VERIFY", "CHECK", "SYNC", "CLASS", "GROUP", "TABLE", "BUCKET", "QUEUE", "TOPIC", "DOMAIN", "REALM", "DATABASE", "VALIDITY", "SOURCE", "CHARSET", "CHARACTERS", "STRENGTH", "COMPLEXITY",
            "RATE", "ENCRYPTION", "ENCODING", "HASHER", "LOGIN", "BUDGET", "QUOTA", "EVENTS", "STORAGE", "FLOW", "PARAM", "PARAMETER", "HINT", "HISTORY",
        ],
        StringComparer.Ordinal);

    // Words that stand where a secret could, and are none.
    private static readonly HashSet<string> Settings = new(
        ["true", "false", "yes", "no", "on", "off", "none", "null", "nil", "auto", "enabled", "disabled", "required", "optional", "default", "never", "always"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> PublicWords = new(
        ["HASH", "CHECKSUM", "SHA", "DIGEST", "CERT", "CERTIFICATE", "CA", "FINGERPRINT", "THUMBPRINT", "ID", "IDS", "REVISION", "COMMIT", "VERSION", "SIGNATURE", "HOSTNAME"], StringComparer.Ordinal);

    // Texts that say where the secret is: vault:..., arn:aws:secretsmanager:..., op://...
    private static readonly string[] References =
        ["vault:", "ref+", "arn:", "op://", "secretref:", "secret://", "secrets://", "azurekeyvault://", "gcpsm://", "awssm://", "ssm://", "k8s://", "file:", "env:", "http://", "https://", "unix:", "projects/"];

    /// <summary>Whether a literal called <paramref name="name"/> with the value <paramref name="value"/> is likely a secret.</summary>
    public static bool Suggests(string name, string value) => IsSecret(name, out var isPassword) && IsLiteral(value.Trim(), isPassword);

    /// <summary>Whether <paramref name="name"/> says that what looks drawn at random may be seen by everybody: checksums, certificates, identifiers.</summary>
    public static bool IsPublic(string name) => WordsOf(name) is { Count: > 0 } words && (PublicWords.Contains(words[^1]) || words.Contains("PUBLIC"));

    private static bool IsSecret(string name, out bool isPassword)
    {
        isPassword = false;
        var words = WordsOf(name);
        if (words.Count == 0)
        {
            return false;
        }

        var last = words[^1];
        if (last == "ID" && words.Count >= 3 && words[^2] == "KEY" && words[^3] == "ACCESS")
        {
            return true;
        }

        // The name of a Secret that holds a registry's password, or a certificate.
        if (Harmless.Contains(last) || (last.StartsWith("SECRET", StringComparison.Ordinal) && words.Count > 1 && words[^2] is "PULL" or "TLS" or "CERT" or "CERTIFICATE"))
        {
            return false;
        }

        isPassword = (last is "PASS" or "PWD" && words.Count > 1) || words.Exists(word => word.EndsWith("PASSWORD", StringComparison.Ordinal) || word.EndsWith("PASSWD", StringComparison.Ordinal));
        return isPassword
            || words.Exists(word => Words.Contains(word) || Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            || words.Zip(words.Skip(1)).Any(pair => pair.Second == "KEY" && BeforeKey.Contains(pair.First));
    }

    private static bool IsLiteral(string value, bool isPassword)
    {
        if (value.Length == 0 || Settings.Contains(value) || IsPlaceholder(value) || value[0] is '/' or '~' || value.StartsWith("./", StringComparison.Ordinal)
            || References.Any(start => value.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        // A count or a duration is no token, but may well be somebody's password.
        return isPassword || !value.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or 's' or 'm' or 'h' or 'd');
    }

    /// <summary>Whether <paramref name="value"/> stands for something that is filled in later.</summary>
    public static bool IsPlaceholder(string value)
    {
        var text = value.Trim();
        return text.Length == 0
            || text.StartsWith("$(", StringComparison.Ordinal) || text.StartsWith("${", StringComparison.Ordinal) || text.StartsWith("{{", StringComparison.Ordinal)
            || (text[0] == '<' && text[^1] == '>') || (text[0] == '[' && text[^1] == ']') || (text.Length > 1 && text[0] == '$' && text.Skip(1).All(c => char.IsAsciiLetterUpper(c) || c == '_'))
            || text.All(c => c is '*' or 'x' or 'X' or '.' or '-' or '_')
            || text.StartsWith("REPLACE", StringComparison.OrdinalIgnoreCase) || text.StartsWith("TODO", StringComparison.Ordinal) || text.Equals("placeholder", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("your-", StringComparison.OrdinalIgnoreCase) || text.StartsWith("your_", StringComparison.OrdinalIgnoreCase);
    }

    // DB_PASSWORD, db-password, dbPassword and db.password1 are the same two words.
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var index = 0; index <= name.Length; index++)
        {
            var isBreak = index == name.Length || !char.IsAsciiLetter(name[index]);
            var isHump = !isBreak && index > start && char.IsAsciiLetterUpper(name[index]) && char.IsAsciiLetterLower(name[index - 1]);
            if (!isBreak && !isHump)
            {
                continue;
            }

            if (index > start)
            {
                words.Add(name[start..index].ToUpperInvariant());
            }

            start = isHump ? index : index + 1;
        }

        return words;
    }
}

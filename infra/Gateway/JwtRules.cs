using System.Text.Json;
using Clawdbot.Infra.Diagnostics;

namespace Clawdbot.Infra.Gateway;

/// <summary>Rules for <see cref="JwtSpec"/>.</summary>
public static class JwtRules
{
    private const string KeySetRule = "a JWK set {\"keys\": [...]} of public keys, each with kty, kid and alg";

    /// <summary>All mistakes in <paramref name="jwt"/>.</summary>
    /// <param name="jwt">The tokens.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(JwtSpec jwt, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(jwt);
        var findings = new Findings(subject, remedy);
        findings.InRange("keyVersion", jwt.KeyVersion, GatewayDefaults.KeyVersions);
        if (TokenExpiry.Seconds(jwt.AssistantTokenExpires) is null)
            findings.Add(GatewayDiagnosticIds.InvalidExpiry, "assistantTokenExpires", $"'{jwt.AssistantTokenExpires}'", "the last day of the token as <year>-<month>-<day>, such as 2027-06-30");
        if (jwt.Clients is JwtKeySource.Provider provider)
            CheckProvider(provider, findings);
        return findings.Diagnostics;
    }

    private static void CheckProvider(JwtKeySource.Provider provider, Findings findings)
    {
        if (!GatewayRules.IsAddress(provider.Issuer, Uri.UriSchemeHttps))
            findings.Add(GatewayDiagnosticIds.InvalidIssuer, "clients.issuer", $"'{provider.Issuer}'", "an https address, exactly as in the claim iss");
        if (provider.Audience.Trim().Length == 0)
            findings.Add(DiagnosticIds.MissingArgument, "clients.audience", "empty", "the claim aud of tokens that are meant for this gateway", "Without it, tokens for other services would be accepted.");
        if (provider.Algorithms.IsDefaultOrEmpty)
            findings.Add(GatewayDiagnosticIds.UnsupportedAlgorithm, "clients.algorithms", "empty", string.Join(", ", GatewayDefaults.ClientAlgorithms));
        else
        {
            foreach (var algorithm in provider.Algorithms.Except(GatewayDefaults.ClientAlgorithms, StringComparer.Ordinal))
            {
                findings.Add(GatewayDiagnosticIds.UnsupportedAlgorithm, "clients.algorithms", $"'{algorithm}'", string.Join(", ", GatewayDefaults.ClientAlgorithms),
                    algorithm.Equals("none", StringComparison.OrdinalIgnoreCase) ? "'none' is no signature: anybody could write such a token."
                    : algorithm.StartsWith("HS", StringComparison.OrdinalIgnoreCase) ? "With a shared secret, whoever verifies a token could also make one." : "");
            }
        }
        CheckKeys(provider, findings);
    }

    private static void CheckKeys(JwtKeySource.Provider provider, Findings findings)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(provider.Keys);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, "clients.keys", "not JSON", KeySetRule);
            return;
        }
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("keys", out var keys) || keys.ValueKind != JsonValueKind.Array || keys.GetArrayLength() == 0)
        {
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, "clients.keys", "without keys", KeySetRule);
            return;
        }
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, key) in keys.EnumerateArray().Index())
            CheckKey($"clients.keys[{index}]", key, provider, ids, findings);
    }

    /// <summary>Never shows a value of the key: it may be a private one by mistake.</summary>
    private static void CheckKey(string member, JsonElement key, JwtKeySource.Provider provider, HashSet<string> ids, Findings findings)
    {
        string Text(string name) => key.ValueKind == JsonValueKind.Object && key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        if (key.ValueKind == JsonValueKind.Object && (key.TryGetProperty("d", out _) || key.TryGetProperty("k", out _) || key.TryGetProperty("p", out _)))
        {
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, member, "a private or shared key", KeySetRule, "Consider that key as known to others, and replace it.");
            return;
        }
        var (id, type, algorithm) = (Text("kid"), Text("kty"), Text("alg"));
        if (id.Length == 0 || !ids.Add(id))
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, $"{member}.kid", id.Length == 0 ? "missing" : $"'{id}' again", "an id that no other key of the set has");
        else if (id.StartsWith(GatewayDefaults.OwnKeyPrefix, StringComparison.Ordinal))
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, $"{member}.kid", $"'{id}'", $"an id that does not begin with '{GatewayDefaults.OwnKeyPrefix}'", "Those are the keys of the stack itself.");
        if (!provider.Algorithms.IsDefault && !provider.Algorithms.Contains(algorithm, StringComparer.Ordinal))
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, $"{member}.alg", algorithm.Length == 0 ? "missing" : $"'{algorithm}'", $"one of clients.algorithms, which are {string.Join(", ", provider.Algorithms)}");
        var needed = algorithm switch { "RS256" => new[] { "n", "e" }, "ES256" => ["crv", "x", "y"], _ => [] };
        if (needed.Length > 0 && (type != (algorithm == "RS256" ? "RSA" : "EC") || needed.Any(name => Text(name).Length == 0) || (algorithm == "ES256" && Text("crv") != "P-256")))
            findings.Add(GatewayDiagnosticIds.InvalidKeySet, member, $"no key for {algorithm}", algorithm == "RS256" ? "kty RSA with n and e" : "kty EC with crv P-256, x and y");
    }
}

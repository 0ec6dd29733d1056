using System.Text.RegularExpressions;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>TLS of the access tier, and of every NGINX that a ConfigMap configures.</summary>
internal sealed partial class GatewayTls() : GatewayDocumentRule(new PolicyMetadata("gateway-tls")
{
    Title = "The gateway speaks TLS 1.2 or newer, with sound ciphers",
    Description = "Older versions and ciphers are broken or retired (RFC 8996, RFC 7465): who listens reads tokens and conversations.",
    Severity = PolicySeverity.High,
    Frameworks = [FrameworkReference.Clawdbot("C3"), FrameworkReference.AwsFsbp("ELB.17")],
    Remedy = "Allow TLSv1.2 and TLSv1.3 only, with ciphers that have forward secrecy and authenticate what they encrypt.",
    Url = "https://wiki.mozilla.org/Security/Server_Side_TLS",
})
{
    private static readonly string[] Versions = ["TLSv1.2", "TLSv1.3"];

    private static readonly string[] OldVersions = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1"];

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '"', '\''];

    /// <inheritdoc/>
    protected override void CheckAccessTier(Property settings, RuleReport report)
    {
        var tls = settings["tls"];
        if (!Versions.Contains(tls["minimumVersion"].Text, StringComparer.Ordinal))
        {
            report.Violation(tls["minimumVersion"], "TLSv1.2 or TLSv1.3");
        }

        foreach (var cipher in tls["ciphers"].Items.Where(cipher => cipher.Text is not { } name || !Sound().IsMatch(name)))
        {
            report.Violation(cipher, "a cipher with ECDHE or DHE, and GCM, CCM or CHACHA20");
        }
    }

    /// <inheritdoc/>
    protected override void CheckTexts(PolicyResource resource, RuleReport report)
    {
        foreach (var (file, text) in GatewayDocument.Texts(resource))
        {
            // The second is how the ConfigMap of ingress-nginx writes it.
            var value = text.Text ?? "";
            var written = value.Contains("ssl_protocols", StringComparison.Ordinal) ? Protocols().Matches(value).Select(match => match.Groups[1].Value) : file == "ssl-protocols" ? [value] : [];
            var old = written.SelectMany(line => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries)).Intersect(OldVersions, StringComparer.OrdinalIgnoreCase).ToList();
            if (old.Count > 0)
            {
                report.Violation(resource, $"ssl_protocols in {text.Path}", $"a list with {string.Join(", ", old)}", "TLSv1.2 and TLSv1.3");
            }
        }
    }

    [GeneratedRegex(@"\A(?:ECDHE|DHE)-[A-Z0-9-]*(?:GCM|CCM|CCM8|CHACHA20)(?:-[A-Z0-9-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sound();

    // A directive that is not commented out.
    [GeneratedRegex(@"^[^#\n]*\bssl_protocols\s+([^;#\n]{1,200});", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Protocols();
}

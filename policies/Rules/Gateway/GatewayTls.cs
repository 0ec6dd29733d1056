using System.Text.RegularExpressions;
using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Kubernetes;
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
    // What a ConfigMap can hold, in bytes; a longer text is in no cluster, and the search for versions looks at each line many times.
    private const int LongestScan = 1 << 20;

    private static readonly string[] Versions = ["TLSv1.2", "TLSv1.3"];

    private static readonly string[] OldVersions = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1"];

    private static readonly char[] CipherBreaks = [':', ',', ' ', '\t', '"', '\''];

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '"', '\''];

    // Objects of other access tiers, and where they name their oldest version or a policy of AWS with one.
    private static readonly string[] Kinds = ["Gateway", "TLSOption", "Ingress", "Service"];

    private static readonly string[] PolicyAnnotations = ["alb.ingress.kubernetes.io/ssl-policy", "service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy"];

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => base.AppliesTo(type)
        || (type.StartsWith("kubernetes:", StringComparison.Ordinal) && Array.Exists(Kinds, kind => type.EndsWith($":{kind}", StringComparison.Ordinal) || type.EndsWith($":{kind}List", StringComparison.Ordinal)));

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

            var ciphers = value.Contains("ssl_ciphers", StringComparison.Ordinal) ? Ciphers().Matches(value).SelectMany(match => match.Groups[1].Value.Split(CipherBreaks, StringSplitOptions.RemoveEmptyEntries)) : [];
            if (ciphers.FirstOrDefault(cipher => Broken().IsMatch(cipher)) is { } broken)
            {
                report.Violation(resource, $"ssl_ciphers in {text.Path}", $"a list with {broken}", "ciphers with ECDHE or DHE, and GCM, CCM or CHACHA20");
            }

            if (SecretSettings.IsFile(file) && file is not (GatewayDocument.AccessTier or GatewayDocument.Router) && OldestIn(value) is { Success: true } oldest)
            {
                report.Violation(resource, $"the oldest version of TLS in {text.Path}", oldest.Groups["version"].Value, "TLS 1.2 or newer");
            }
        }

        report.Each(resource, resource.Objects.Where(item => Kinds.Contains(item.Kind, StringComparer.Ordinal)), item => CheckObject(item, report));
    }

    // The word that every match holds is found much faster than a match, and most files do not have it.
    private static Match? OldestIn(string text)
    {
        var scanned = text.Length > LongestScan ? text[..LongestScan] : text;
        return scanned.Contains("min", StringComparison.OrdinalIgnoreCase) ? Oldest().Match(scanned) : null;
    }

    private static void CheckObject(KubernetesObject item, RuleReport report)
    {
        Property[] versions = item switch
        {
            { Kind: "Gateway", Group: "networking.istio.io" } => [.. item.Spec["servers"].Items.Select(server => server["tls"]["minProtocolVersion"])],
            { Kind: "TLSOption", Group: "traefik.io" or "traefik.containo.us" } => [item.Spec["minVersion"]],
            _ => [],
        };
        report.Each(item.Resource, versions, version =>
        {
            if (version.Text is { } text && Old().IsMatch(text))
            {
                report.Violation(version, "TLS 1.2 or newer");
            }
        });
        if (item.Kind is "Ingress" or "Service")
        {
            report.Each(item.Resource, PolicyAnnotations.Select(annotation => item.Annotations[annotation]), policy =>
            {
                if (policy.Text is { } text && text.StartsWith("ELBSecurityPolicy-", StringComparison.Ordinal) && !Modern().IsMatch(text))
                {
                    report.Violation(policy, "a policy with TLS 1.2 or newer, such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
                }
            });
        }
    }

    [GeneratedRegex(@"(?:TLS|SSL)[vV]?_?(?:[23]\z|1(?:[._]?[01])?\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Old();

    [GeneratedRegex("^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)", RegexOptions.CultureInvariant)]
    private static partial Regex Modern();

    [GeneratedRegex(@"^[^#\n]*\bssl_ciphers\s+([^;#\n]{1,2000});", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Ciphers();

    // A name behind an exclamation mark is taken out of the list.
    [GeneratedRegex(@"\A\+?(?:.*-)?(?:RC4|DES|3DES|MD5|NULL|aNULL|eNULL|EXP|EXPORT|ADH|AECDH|LOW|CBC3)(?:-.*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();

    // minVersion: TLS10, ssl-min-ver TLSv1.0, tls_minimum_protocol_version: TLSv1_0; a bare number counts only on the line of TLS, or a few lines below it.
    [GeneratedRegex(
        @"^[ \t]*[^#\n]{0,100}?(?:\bmin(?:imum)?[_.-]?|[_.-]min(?:imum)?[_.-])(?:tls|ssl)?[_.-]?(?:protocol)?[_.-]?ver(?:sion)?[""']?[ \t]*[:= ][ \t]*[""']?(?<version>(?:Version)?(?:TLS|SSL)v?_?(?:1[._]?[01]|[23]|1)|(?<=tls[^\n]{0,60}|tls[""']?:[ \t]*\{?[ \t]*\r?\n(?:[^\n]{0,80}\n){0,4}[^\n]{0,80})1\.[01])(?![\w.])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline,
        2000)]
    private static partial Regex Oldest();

    [GeneratedRegex(@"\A(?:ECDHE|DHE)-[A-Z0-9-]*(?:GCM|CCM|CCM8|CHACHA20)(?:-[A-Z0-9-]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sound();

    // A directive that is not commented out.
    [GeneratedRegex(@"^[^#\n]*\bssl_protocols\s+([^;#\n]{1,200});", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Protocols();
}

using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Gateway;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Gateway;

/// <summary>
/// Which tokens count, and where their keys are. How long tokens of clients may live is not among the settings; for those that the stack itself hands out an alert fires before they end.
/// </summary>
internal sealed class GatewayJwt() : GatewayDocumentRule(new PolicyMetadata("gateway-jwt")
{
    Title = "Tokens count with named issuers, audiences and algorithms, and keys are in a Secret",
    Description = "A token without a signature, or one whose public key is taken for a shared secret, is made by anybody (RFC 8725). So are all tokens, for those who can read the keys.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C9.8"), FrameworkReference.Clawdbot("C3"), FrameworkReference.Nsa("C-0012")],
    Remedy = "Name issuer, audience and the algorithms of its keys, HS or the others and not both, and mount the keys from a Secret.",
    Url = "https://www.rfc-editor.org/rfc/rfc8725",
})
{
    private static readonly string[] Shared = ["HS256", "HS384", "HS512"];

    private static readonly string[] Public = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

    /// <inheritdoc/>
    public override bool ChecksStacks => true;

    /// <inheritdoc/>
    public override bool AppliesTo(string type) => base.AppliesTo(type) || type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Check(PolicyStack stack, RuleReport report)
    {
        var view = stack.View(s => new GatewayView(s));
        report.Each(null, view.Documents.Where(document => document.Name == GatewayDocument.AccessTier), document =>
        {
            if (document.Text.ParseJson()?["tokens"]["keysFile"].Text is not { } file)
            {
                return;
            }

            foreach (var reader in view.ReadersOf(document))
            {
                report.Each(reader.Owner.Resource, reader.Containers.Where(container => container.Role == ContainerRole.Main), container => CheckMount(container, file, report));
            }
        });
    }

    /// <inheritdoc/>
    protected override void CheckAccessTier(Property settings, RuleReport report)
    {
        var tokens = settings["tokens"];
        var issuers = tokens["issuers"];
        if (!issuers.Items.Any())
        {
            report.Violation(issuers, "an issuer or more");
        }

        report.Each(settings.Resource, issuers.Items, issuer => CheckIssuer(issuer, report));
        if (tokens["clockSkewSeconds"].Number is { } skew && skew is < 0 or > GatewayDefaults.ClockSkewSeconds)
        {
            report.Violation(tokens["clockSkewSeconds"], "0 to 300");
        }
    }

    /// <inheritdoc/>
    protected override void CheckTexts(PolicyResource resource, RuleReport report)
    {
        report.Each(resource, GatewayDocument.Texts(resource), found =>
        {
            // Programs name the algorithm to refuse it, and the gateway's own documents are checked in full.
            if (SecretSettings.IsFile(found.File) && found.File is not (GatewayDocument.AccessTier or GatewayDocument.Router)
                && found.Text.Text is { } settings && TokenAlgorithms.HasNone(found.File, settings))
            {
                report.Violation(resource, found.Text.Path, "settings that accept tokens without a signature (none)", "algorithms that sign");
            }
        });
        report.Each(resource, resource.Objects.Select(item => item.Workload).OfType<Workload>(), workload => report.EachContainer(workload, container => report.Each(resource, container.Environment, variable =>
        {
            if (variable["name"].Text is { } name && variable["value"].Text is { } value && TokenAlgorithms.IsNone(name, value))
            {
                report.Violation(container, variable["value"], "an algorithm that signs");
            }
        })));
        foreach (var (file, text) in GatewayDocument.Texts(resource).Where(found => found.File.Contains("jwk", StringComparison.OrdinalIgnoreCase)))
        {
            // Public keys may be anywhere.
            if (resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && text.ParseJson() is { } keys && keys["keys"].Items.Any(key => key["kty"].Text == "oct" || key["d"].Exists))
            {
                report.Violation(resource, text.Path, "a set with keys that sign", "public keys only");
            }
        }
    }

    private static void CheckIssuer(Property issuer, RuleReport report)
    {
        foreach (var key in new[] { "issuer", "audience" })
        {
            if (string.IsNullOrEmpty(issuer[key].Text))
            {
                report.Violation(issuer[key], "the claim's value, compared exactly");
            }
        }

        var algorithms = issuer["algorithms"];
        var names = algorithms.Items.Select(item => item.Text).ToList();
        if (names.Count == 0 || names.Exists(name => !Shared.Contains(name, StringComparer.Ordinal) && !Public.Contains(name, StringComparer.Ordinal)))
        {
            report.Violation(algorithms, "a list of HS256 to HS512, or of RS, PS and ES and EdDSA");
        }
        else if (names.Exists(name => Shared.Contains(name, StringComparer.Ordinal)) && names.Exists(name => Public.Contains(name, StringComparer.Ordinal)))
        {
            report.Violation(algorithms, "algorithms with a shared secret, or with a public key, and not both");
        }
    }

    private static void CheckMount(Container container, string file, RuleReport report)
    {
        var mount = container.Root["volumeMounts"].Items
            .Where(mount => mount["mountPath"].Text?.TrimEnd('/') is { Length: > 0 } path && (file == path || file.StartsWith(path + "/", StringComparison.Ordinal)))
            .MaxBy(mount => mount["mountPath"].Text!.Length);
        var name = mount?["name"].Text;
        var volume = name is null ? null : container.Workload.Pod["volumes"].Items.FirstOrDefault(volume => volume["name"].Text == name);

        // A driver for secrets is as good; what is in the image, or in a volume that another container fills, cannot be seen.
        if (volume is not null && (volume["configMap"].Exists || volume["hostPath"].Exists))
        {
            report.Violation(container, mount!["name"], "a volume from a Secret", $"The keys of the tokens are in {ShownValue.Quoted(file)}.");
        }
    }
}

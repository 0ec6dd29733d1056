using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>
/// Secrets that stand in the open before they get to the cluster: in a manifest, or in a program that does not mark them. A manifest has no way to mark anything, so data
/// in it is as readable as the file. Placeholders and certificates, which are public, are fine; so are user names beside a password that is marked.
/// </summary>
internal sealed class SecretLiterals() : KubernetesRule(
    new PolicyMetadata("secret-literal")
    {
        Title = "The content of Secrets is secret before it is deployed, too",
        Description = "A Secret in a file is read by all who read the file, in every old version of it; base64 hides nothing. What a Pulumi program does not mark as secret stands in previews and in the state.",
        Severity = PolicySeverity.High,
        DefaultLevel = EnforcementLevel.Advisory,
        Frameworks = [FrameworkReference.Nsa("C-0012"), new FrameworkReference("OWASP Kubernetes Top Ten", "K08 Secrets Management Failures"), FrameworkReference.CisKubernetes("5.4.2")],
        Remedy = "Take it from a secret configuration value, an external secret store or a sealed secret.",
        Url = "https://www.pulumi.com/docs/iac/concepts/secrets/",
    },
    "Secret")
{
    private const string ManifestUrn = "urn:pulumi:manifests::";

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        // Helm keeps its releases in Secrets.
        if (item.Group.Length > 0 || item.Root["type"] is { IsUnreadable: false, Text: "helm.sh/release.v1" })
        {
            return;
        }

        Property[] maps = [item.Root["data"], item.Root["stringData"]];
        if (!Array.Exists(maps, map => map.IsSecret || HasSecret(map)))
        {
            // What is known only after the deployment may be a secret by then; the engine does not tell before.
            _ = item.Root["type"].Text;
            _ = maps.Sum(map => map.Entries.Count(entry => entry.Value.Text is not null));
            report.Each(item.Resource, maps, map => report.Each(item.Resource, map.Entries, entry => CheckEntry(map, entry.Value, report)));
        }
    }

    private static bool HasSecret(Property map) => !map.IsUnreadable && map.Entries.Any(entry => entry.Value.IsSecret);

    private static void CheckEntry(Property map, Property value, RuleReport report)
    {
        if (value.Text is not { } text)
        {
            return;
        }

        var content = map.Path.EndsWith("stringData", StringComparison.Ordinal) ? text : SecretFormats.Decode(text) ?? text;
        if (!IsPlaceholder(text) && !IsPlaceholder(content) && !IsCertificate(content))
        {
            report.Violation(
                value.Resource, value.Path, "a literal",
                value.Resource.Urn.StartsWith(ManifestUrn, StringComparison.Ordinal) ? "no content in a file, or a placeholder" : "a value that the program marks as secret");
        }
    }

    // The usual word for a password to be replaced gives nothing away, unlike in the environment of a pod that runs with it.
    private static bool IsPlaceholder(string content) =>
        SecretNames.IsPlaceholder(content) || content.Trim().Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Equals("changeme", StringComparison.OrdinalIgnoreCase);

    private static bool IsCertificate(string content) =>
        content.TrimStart().StartsWith("-----BEGIN CERTIFICATE", StringComparison.Ordinal) && !content.Contains("PRIVATE KEY", StringComparison.Ordinal);
}

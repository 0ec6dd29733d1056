using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Kubernetes.Access;

/// <summary>Secrets in ConfigMaps.</summary>
internal sealed class ConfigMapSecrets() : KubernetesRule(
    new PolicyMetadata("config-map-secrets")
    {
        Title = "ConfigMaps hold no secrets",
        Description = "Everybody who may look around in a namespace reads its ConfigMaps, and nothing encrypts them.",
        Severity = PolicySeverity.High,
        Frameworks = [FrameworkReference.Polaris("sensitiveConfigmapContent"), FrameworkReference.Nsa("C-0012")],
        Remedy = "Move it to a Secret.",
        Url = "https://kubernetes.io/docs/concepts/configuration/secret/",
    },
    "ConfigMap")
{
    private static readonly string[] Extensions =
        [".yaml", ".yml", ".json", ".toml", ".ini", ".conf", ".cfg", ".properties", ".env", ".txt", ".sh", ".lua", ".py", ".js", ".xml", ".crt", ".pem", ".tpl", ".tmpl", ".sql", ".rego", ".md"];

    /// <inheritdoc/>
    protected override void Check(KubernetesObject item, RuleReport report)
    {
        if (item.Group.Length > 0)
        {
            return;
        }

        var data = item.Root["data"];
        if (data.IsSecret)
        {
            report.Violation(data, "values that the program did not mark as secret");
            return;
        }

        report.Each(item.Resource, data.Entries, entry => CheckEntry(entry.Key, entry.Value, report));
    }

    // A file called after secrets need not hold any.
    private static bool IsLiteral(string key, string text) =>
        !text.Trim().Contains('\n', StringComparison.Ordinal) && !Array.Exists(Extensions, extension => key.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) && SecretNames.Suggests(key, text);

    private static bool IsProperties(string key) => key.EndsWith(".properties", StringComparison.OrdinalIgnoreCase) || key.EndsWith(".env", StringComparison.OrdinalIgnoreCase);

    private static bool IsPropertyWithSecret(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && line.TrimStart()[0] is not ('#' or '!') && SecretNames.Suggests(line[..equals].Trim(), line[(equals + 1)..]);

    private static void CheckEntry(string key, Property value, RuleReport report)
    {
        if (value.IsSecret)
        {
            report.Violation(value, "a value that the program did not mark as secret");
        }
        else if (value.Text is { Length: > 0 } text)
        {
            if (SecretFormats.Find(text) is { } kind)
            {
                report.Violation(value.Resource, value.Path, $"a text with {kind}", "a text without secrets");
            }
            else if (IsLiteral(key, text) || (IsProperties(key) && text.Split('\n').Any(IsPropertyWithSecret)))
            {
                report.Violation(value.Resource, value.Path, "a literal under the name of a secret", "a text without secrets");
            }
            else if (SecretSettings.IsFile(key) && SecretSettings.HasSecret(text))
            {
                report.Violation(value.Resource, value.Path, "a file that sets a secret", "a text without secrets");
            }
        }
    }
}

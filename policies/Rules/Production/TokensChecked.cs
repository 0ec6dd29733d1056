using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Production;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Production;

/// <summary>Item 8: the access tier checks tokens, with keys from a Secret and a list of algorithms.</summary>
internal sealed class TokensChecked() : ProductionRule(new PolicyMetadata("production-08-jwt")
{
    Title = "The access tier checks JSON Web Tokens",
    Description = "Without a list of algorithms a token may choose its own check, and \"none\" is one of them; without issuer and audience a token for something else counts here.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("C9.8")],
    Remedy = "Configure tokens in access-tier.json: keys from a mounted Secret, and for each issuer its audience, keys and algorithms.",
    Url = "https://www.rfc-editor.org/rfc/rfc8725",
})
{
    private static readonly string[] Algorithms = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

    private static readonly string[] Needed = ["issuer", "audience"];

    /// <inheritdoc/>
    protected override void Check(ProductionSystem system, RuleReport report)
    {
        if (system.AccessTiers.Count == 0)
        {
            Missing(report, "The access tier (a workload with the component access-tier)", "one that checks tokens");
        }

        var files = system.AccessTierSettings.ToList();
        if (files.Count == 0)
        {
            Missing(report, "The check of tokens (access-tier.json in a ConfigMap)", "settings with issuers, keys and algorithms");
            return;
        }

        EachDocument(report, files, (file, settings) =>
        {
            var tokens = settings["tokens"];
            report.Part(file.Map.Resource, () => CheckIssuers(tokens["issuers"], report));
            foreach (var tier in system.AccessTiers)
            {
                report.Part(tier.Owner.Resource, () =>
                {
                    if (ProductionSystem.AreTogether(tier.Owner, file.Map))
                    {
                        CheckKeys(tier, tokens["keysFile"], report);
                    }
                });
            }
        });
    }

    private static void CheckIssuers(Property issuers, RuleReport report)
    {
        if (!issuers.Items.Any())
        {
            report.Violation(issuers, "at least one issuer");
        }

        foreach (var issuer in issuers.Items)
        {
            foreach (var needed in Needed.Where(key => string.IsNullOrEmpty(issuer[key].Text)))
            {
                report.Violation(issuer[needed], "a text that tokens must carry");
            }

            if (!issuer["keyIds"].Items.Any())
            {
                report.Violation(issuer["keyIds"], "the keys of the issuer");
            }

            if (!issuer["algorithms"].Items.Any())
            {
                report.Violation(issuer["algorithms"], "a list of algorithms, such as ES256 or HS256");
            }

            foreach (var algorithm in issuer["algorithms"].Items.Where(item => !Algorithms.Contains(item.Text, StringComparer.Ordinal)))
            {
                report.Violation(algorithm, $"one of {string.Join(", ", Algorithms)}");
            }
        }
    }

    private static void CheckKeys(Workload tier, Property keysFile, RuleReport report)
    {
        if (keysFile.Text is not { Length: > 0 } path)
        {
            report.Violation(keysFile, "the path of the keys, in a mounted Secret");
            return;
        }

        var mount = tier.Containers.Where(container => container.IsLongRunning).SelectMany(container => container.Root["volumeMounts"].Items)
            .FirstOrDefault(item => item["mountPath"].Text is { } directory && path.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal));
        var volume = mount is null ? null : tier.Pod["volumes"].Items.FirstOrDefault(item => item["name"].Text == mount["name"].Text);
        if (volume is null)
        {
            report.Violation(tier.Owner.Resource, $"The volume of {keysFile.Shown}", "not mounted", "a Secret");
        }
        else if (volume["secret"].IsMissing && !volume["projected"]["sources"].Items.Any(source => source["secret"].Exists) && volume["csi"].IsMissing)
        {
            report.Violation(tier.Owner.Resource, volume.Path, "no Secret", $"a Secret, because the keys are there: {keysFile.Shown}");
        }
    }
}

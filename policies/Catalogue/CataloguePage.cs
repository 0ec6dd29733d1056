using System.Text;
using Clawdbot.Policies.Configuration;
using Clawdbot.Policies.Rules;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Catalogue;

/// <summary>Writes docs/policies.md: how the pack is used, and every rule.</summary>
internal static class CataloguePage
{
    private const string RulesNamespace = "Clawdbot.Policies.Rules.";

    /// <summary>The page, ending in a line feed.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(Introduction()).Append('\n');
        var groups = PolicyCatalogue.All.GroupBy(Group).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups)
        {
            Line(page, $"## {group.Key}");
            Line(page, "");
            Line(page, "| policy | what holds | severity | level |");
            Line(page, "|---|---|---|---|");
            foreach (var rule in group.Select(rule => rule.Metadata))
            {
                Line(page, $"| [`{rule.Id}`](#{rule.Id}) | {Cell(rule.Title)} | {Severity(rule)} | {EnforcementLevels.Name(rule.DefaultLevel)} |");
            }

            Line(page, "");
            foreach (var rule in group)
            {
                Write(page, rule);
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The rows of docs/diagnostics.md.</summary>
    public static string Rows()
    {
        var rows = new StringBuilder();
        Line(rows, "| policy | cause | remedy |");
        Line(rows, "|---|---|---|");
        foreach (var rule in PolicyCatalogue.All.Select(rule => rule.Metadata))
        {
            Line(rows, $"| [`{rule.Id}`](policies.md#{rule.Id}) | Not so: {Cell(char.ToLowerInvariant(rule.Title[0]) + rule.Title[1..])}. | {Cell(rule.Remedy)} |");
        }

        return rows.ToString();
    }

    /// <summary>The words that stand before the rules.</summary>
    public static string Introduction()
    {
        using var stream = typeof(CataloguePage).Assembly.GetManifestResourceStream("introduction.md") ?? throw new InvalidOperationException("introduction.md is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // The folder that a rule lies in.
    private static string Group(PolicyRule rule) => rule.GetType().Namespace![RulesNamespace.Length..] switch
    {
        "Kubernetes.PodSecurity" => "Kubernetes: pod security",
        "Kubernetes.Containers" => "Kubernetes: containers",
        "Kubernetes.Workloads" => "Kubernetes: workloads",
        "Kubernetes.Network" => "Kubernetes: network",
        "Kubernetes.Access" => "Kubernetes: access and secrets",
        "Kubernetes.Storage" => "Kubernetes: storage",
        "Production" => "Production checklist",
        "Serving" => "vLLM",
        "Aws" => "AWS",
        "Etcd" => "etcd",
        "Storage" => "Ceph",
        var other => other.Replace('.', ' '),
    };

    private static void Write(StringBuilder page, PolicyRule rule)
    {
        var metadata = rule.Metadata;
        Line(page, $"### {metadata.Id}");
        Line(page, "");
        Line(page, $"**{metadata.Title}.** {metadata.Description}");
        Line(page, "");
        Line(page, $"- Remedy: {metadata.Remedy}{(rule.Remediates ? " At level `remediate` the engine corrects it." : "")}");
        Line(page, $"- Checks: {Scope(rule)}. Severity {Severity(metadata)}; {EnforcementLevels.Name(metadata.DefaultLevel)} in production.");
        Line(page, $"- Counterparts: {string.Join("; ", metadata.Frameworks.Select(f => $"{f.Framework} {f.Control}"))}. [Documentation]({metadata.Url})");
        foreach (var setting in metadata.Settings)
        {
            Line(page, $"- Setting `{setting.Name}` ({RuleValues.Allowed(setting)}; default {Default(setting)}): {setting.Description}");
        }

        Line(page, "");
    }

    private static string Scope(PolicyRule rule) => (rule.ChecksResources, rule.ChecksStacks) switch
    {
        (true, true) => "each resource, and how they fit together",
        (true, false) => "each resource",
        (false, true) => "how the resources fit together",
        _ => "the waivers",
    };

    private static string Default(RuleSetting setting) => setting.Default switch
    {
        double number => ShownValue.Of(new PropertyValue.Number(number)),
        IReadOnlyList<string> texts => texts.Count == 0 ? "none" : string.Join(", ", texts.Select(text => $"`{text}`")),
        var text => $"`{text}`",
    };

    private static string Severity(PolicyMetadata metadata) => metadata.Severity switch
    {
        PolicySeverity.Critical => "critical",
        PolicySeverity.High => "high",
        PolicySeverity.Medium => "medium",
        _ => "low",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');
}

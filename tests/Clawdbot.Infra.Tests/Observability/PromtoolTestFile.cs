using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Turns cases into a file for <c>promtool test rules</c>; JSON, which is YAML as well.</summary>
internal static partial class PromtoolTestFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <param name="ruleFile">Name of the rule file, next to this one.</param>
    /// <param name="rules">The rules in it.</param>
    /// <param name="cases">The cases of these rules.</param>
    internal static string Text(string ruleFile, IReadOnlyCollection<AlertRule> rules, IEnumerable<AlertCase> cases) => new JsonObject
    {
        ["rule_files"] = new JsonArray(ruleFile),
        ["evaluation_interval"] = "1m",
        ["tests"] = new JsonArray([.. cases.SelectMany(item => Tests(rules.Single(rule => rule.Name == item.Alert), item))]),
    }.ToJsonString(Readable);

    private static IEnumerable<JsonNode> Tests(AlertRule rule, AlertCase item)
    {
        var checks = new JsonArray(Check(rule, item.At, Expected(rule, item)));
        if (item.FromStart)
            checks.Insert(0, Check(rule, (rule.ForSeconds / 60) - 1, []));
        yield return Test($"{rule.Name} fires", item, item.Fires, checks);
        if (item.Quiet.Length > 0)
            yield return Test($"{rule.Name} stays quiet", item, item.Quiet, [Check(rule, item.At, [])]);
    }

    private static JsonObject Test(string name, AlertCase item, AlertSeries[] series, JsonArray checks) => new()
    {
        ["name"] = name,
        ["interval"] = "1m",
        ["input_series"] = new JsonArray([.. series.Select(one => new JsonObject { ["series"] = one.Name, ["values"] = one.Values(item.At + 5) })]),
        ["alert_rule_test"] = checks,
    };

    private static JsonObject Check(AlertRule rule, int minute, JsonArray expected) => new()
    {
        ["eval_time"] = $"{minute}m",
        ["alertname"] = rule.Name,
        ["exp_alerts"] = expected,
    };

    private static JsonArray Expected(AlertRule rule, AlertCase item)
    {
        var labels = new JsonObject();
        foreach (var (key, value) in item.ResultLabels.Where(pair => !rule.Labels.ContainsKey(pair.Key)).Concat(rule.Labels))
            labels[key] = value;
        // Cards keep the label of the exporter, which is also that of the rule.
        labels["severity"] = rule.SeverityLabel;
        return
        [
            new JsonObject
            {
                ["exp_labels"] = labels,
                ["exp_annotations"] = new JsonObject
                {
                    ["summary"] = Filled(rule.Summary, item),
                    ["description"] = Filled(rule.Description, item),
                    ["runbook_url"] = $"docs/runbooks/{rule.Name}.md",
                },
            },
        ];
    }

    /// <summary>The text as Prometheus must fill it in: a label that the result lacks, or a value that nobody expected, shows as a difference.</summary>
    private static string Filled(string template, AlertCase item) => Template().Replace(template, match =>
        match.Groups[1].Success ? item.ResultLabels.Single(pair => pair.Key == match.Groups[1].Value).Value : item.Value);

    [GeneratedRegex(@"\{\{ (?:\$labels\.(\w+)|\$value \| \w+) \}\}")]
    private static partial Regex Template();
}

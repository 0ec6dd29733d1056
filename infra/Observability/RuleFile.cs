namespace Clawdbot.Infra.Observability;

/// <summary>Groups of alerts as Prometheus and its operator read them.</summary>
public static class RuleFile
{
    /// <summary>A rule file for a Prometheus without operator.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="runbookBaseUrl">Where the pages are.</param>
    public static string Text(IEnumerable<AlertGroup> groups, string runbookBaseUrl) => YamlText.Of(Spec(groups, runbookBaseUrl));

    /// <summary>The <c>spec</c> of a PrometheusRule, which is also the content of a rule file.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="runbookBaseUrl">Where the pages are.</param>
    public static Dictionary<string, object> Spec(IEnumerable<AlertGroup> groups, string runbookBaseUrl)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return new Dictionary<string, object>
        {
            ["groups"] = groups.Select(group => (object)new Dictionary<string, object>
            {
                ["name"] = group.Name,
                ["rules"] = group.Rules.Select(rule => (object)Rule(rule, runbookBaseUrl)).ToArray(),
            }).ToArray(),
        };
    }

    /// <summary>Where the page of an alert is.</summary>
    /// <param name="runbookBaseUrl">Where the pages are, with or without the slash at its end.</param>
    /// <param name="alert">Name of the alert.</param>
    public static string RunbookUrl(string runbookBaseUrl, string alert)
    {
        ArgumentNullException.ThrowIfNull(runbookBaseUrl);
        return $"{runbookBaseUrl.TrimEnd('/')}/{alert}.md";
    }

    private static Dictionary<string, object> Rule(AlertRule rule, string runbookBaseUrl)
    {
        var labels = new Dictionary<string, object> { ["severity"] = rule.SeverityLabel };
        foreach (var (key, value) in rule.Labels)
            labels[key] = value;
        return new Dictionary<string, object>
        {
            ["alert"] = rule.Name,
            ["expr"] = rule.Expression,
            ["for"] = AlertText.Period(rule.ForSeconds),
            ["labels"] = labels,
            ["annotations"] = new Dictionary<string, object>
            {
                ["summary"] = rule.Summary,
                ["description"] = rule.Description,
                ["runbook_url"] = RunbookUrl(runbookBaseUrl, rule.Name),
            },
        };
    }
}

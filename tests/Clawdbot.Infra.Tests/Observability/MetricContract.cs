using System.Text.RegularExpressions;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Holds PromQL to what the pinned versions export: names, labels, jobs.</summary>
internal static partial class MetricContract
{
    /// <summary>Labels that Prometheus gives every series of a pod or Service.</summary>
    private static readonly string[] TargetLabels = ["job", "instance", "namespace", "pod", "container", "service", "endpoint"];

    private static readonly string[] OfEveryScrape = ["up", "scrape_duration_seconds", "scrape_samples_scraped"];

    private static readonly Dictionary<string, string[]> CopiedLabels = ScrapeCatalog
        .For(new ScrapeTargetsSpec { Assistant = true, GpuExporterNamespace = "node-agents", Ceph = true, Keda = true })
        .ToDictionary(target => target.Job, target => target.CopiedLabels.Keys.ToArray());

    private static readonly Dictionary<string, MetricRecord> Known = Records().ToDictionary(record => record.Name);

    /// <summary>What is wrong with an expression; nothing if all is well.</summary>
    internal static IReadOnlyList<string> Problems(string expression)
    {
        var problems = new List<string>();
        foreach (var metric in MetricNames.In(expression))
            problems.AddRange(Problems(expression, metric));
        problems.AddRange(Matchings(expression));
        return problems;
    }

    /// <summary>Labels that the results of an expression can have.</summary>
    internal static HashSet<string> ResultLabels(string expression)
    {
        var kept = Aggregation().Matches(expression).Where(match => match.Groups["word"].Value == "by").SelectMany(match => List(match.Groups["labels"].Value)).ToHashSet();
        return kept.Count > 0 ? kept : [.. MetricNames.In(expression).SelectMany(metric => Selectors(expression, metric).SelectMany(selector => LabelsOf(metric, Jobs(selector))))];
    }

    private static IEnumerable<MetricRecord> Records()
    {
        foreach (var record in MetricFile.All.SelectMany(file => file.Metrics).Concat(Own(GatewayMetrics.Router, "clawdbot")).Concat(Own(GatewayMetrics.AccessTier, "access-tier")))
        {
            if (record.Type != "histogram")
            {
                yield return record;
                continue;
            }
            yield return record with { Name = $"{record.Name}_bucket", Labels = [.. record.Labels, "le"] };
            yield return record with { Name = $"{record.Name}_sum" };
            yield return record with { Name = $"{record.Name}_count" };
        }
    }

    private static IEnumerable<MetricRecord> Own(IEnumerable<GatewayMetric> metrics, string job) => metrics.Select(metric => new MetricRecord(metric.Name, metric.Type, [.. metric.Labels], [job]));

    private static IEnumerable<string> Problems(string expression, string metric)
    {
        if (!OfEveryScrape.Contains(metric))
        {
            if (!Known.TryGetValue(metric, out var record))
            {
                yield return $"{metric} is in no list of what is exported";
                yield break;
            }
            if (record.Type == "removed")
            {
                yield return $"{metric} was removed; use {record.Instead}";
                yield break;
            }
        }
        foreach (var selector in Selectors(expression, metric))
        {
            var jobs = Jobs(selector);
            foreach (var job in jobs.Where(job => OfEveryScrape.Contains(metric) ? !CopiedLabels.ContainsKey(job) : !Known[metric].Jobs.Contains(job)))
                yield return $"{metric} is not exported by job {job}";
            var labels = LabelsOf(metric, jobs);
            foreach (var label in Matcher().Matches(selector).Select(match => match.Groups[1].Value).Where(label => !labels.Contains(label)))
                yield return $"{metric} has no label {label}";
        }
    }

    /// <summary>Labels in <c>by</c> must be there to group by, and those in <c>on</c> to match.</summary>
    private static IEnumerable<string> Matchings(string expression)
    {
        foreach (Match match in Aggregation().Matches(expression))
        {
            var part = match.Groups["word"].Value == "by" ? Body(expression, match.Index + match.Length) : expression;
            foreach (var metric in MetricNames.In(part).Where(metric => OfEveryScrape.Contains(metric) || Known.ContainsKey(metric)))
            {
                foreach (var selector in Selectors(part, metric))
                {
                    var labels = LabelsOf(metric, Jobs(selector));
                    foreach (var label in List(match.Groups["labels"].Value).Where(label => !labels.Contains(label)))
                        yield return $"{metric} has no label {label} to group or match by";
                }
            }
        }
    }

    private static HashSet<string> LabelsOf(string metric, string[] jobs)
    {
        var own = Known.TryGetValue(metric, out var record) ? record.Labels : [];
        var from = jobs.Length > 0 ? jobs : record?.Jobs ?? [];
        return [.. own, .. TargetLabels, .. from.SelectMany(job => CopiedLabels.GetValueOrDefault(job, []))];
    }

    private static string[] Jobs(string selector) => [.. JobMatcher().Matches(selector).SelectMany(match => match.Groups[1].Value.Split('|'))];

    /// <summary>The selectors behind a metric, one for each time that it stands there; empty for a bare one.</summary>
    private static IEnumerable<string> Selectors(string expression, string metric) =>
        Regex.Matches(expression, $$"""(?<![A-Za-z0-9_:"]){{Regex.Escape(metric)}}(?![A-Za-z0-9_:"])\s*(\{(?:[^}"]|"(?:\\.|[^"\\])*")*\})?""").Select(match => match.Groups[1].Value);

    /// <summary>The text in the parentheses that open at a place.</summary>
    private static string Body(string expression, int start)
    {
        var open = expression.IndexOf('(', start);
        var depth = 0;
        for (var index = open; index >= 0 && index < expression.Length; index++)
        {
            depth += expression[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return expression[open..(index + 1)];
        }
        return expression;
    }

    private static string[] List(string labels) => labels.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("""([A-Za-z_][A-Za-z0-9_]*)\s*(?:=~|!~|!=|=)\s*"(?:\\.|[^"\\])*"\s*""")]
    private static partial Regex Matcher();

    [GeneratedRegex("\\bjob=~?\"([^\"]*)\"")]
    private static partial Regex JobMatcher();

    [GeneratedRegex(@"\b(?<word>by|on)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex Aggregation();
}

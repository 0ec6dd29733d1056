using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clawdbot.Infra.Local;

/// <summary>Writes the configuration of Prometheus. As JSON, which is YAML too, so that nothing in a name can change its structure.</summary>
internal static class LocalPrometheusConfiguration
{
    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Render(IEnumerable<LocalScrapeTarget> targets, bool withRules) => JsonSerializer.Serialize(new
    {
        global = new { scrape_interval = LocalPrometheusDefaults.ScrapeInterval, evaluation_interval = LocalPrometheusDefaults.ScrapeInterval },
        rule_files = withRules ? new[] { LocalPrometheusDefaults.RulesFile } : null,
        scrape_configs = targets
            .Append(new LocalScrapeTarget("prometheus", $"127.0.0.1:{LocalPrometheusDefaults.Port}"))
            .GroupBy(target => target.Job, StringComparer.Ordinal)
            .OrderBy(job => job.Key, StringComparer.Ordinal)
            .Select(job => new
            {
                job_name = job.Key,
                metrics_path = job.First().Path,
                authorization = job.First().WithAssistantToken ? new { credentials_file = LocalPrometheusDefaults.TokenFile } : null,
                static_configs = job.OrderBy(target => target.Address, StringComparer.Ordinal)
                    .Select(target => new { targets = new[] { target.Address }, labels = target.Labels.IsEmpty ? null : target.Labels }),
            }),
    }, Format) + "\n";
}

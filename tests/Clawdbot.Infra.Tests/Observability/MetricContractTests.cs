using System.Text.RegularExpressions;
using Clawdbot.Infra.Autoscaling;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>
/// Whatever an alert, a dashboard or a scaler reads is exported by the pinned versions, with the labels that it selects and groups by. A renamed
/// metric fails here; in production it would only fall silent.
/// </summary>
public sealed partial class MetricContractTests
{
    private static AlertingPlan[] Plans { get; } = [AlertPlans.Full, AlertPlans.OnVolume, AlertPlans.Production, AlertPlans.OnPremises, AlertPlans.Minimal];

    /// <summary>All that alerts and dashboards ask.</summary>
    internal static IEnumerable<string> Expressions => [.. AlertExpressions, .. PanelExpressions];

    private static IEnumerable<string> AlertExpressions => Plans.SelectMany(plan => AlertCatalog.For(plan)).SelectMany(group => group.Rules).Select(rule => rule.Expression).Distinct();

    private static IEnumerable<string> PanelExpressions =>
        Plans.SelectMany(plan => DashboardCatalog.For(plan)).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Targets).Select(target => target.Expression).Distinct();

    public static TheoryData<string> Alerts { get; } = [.. AlertExpressions];

    public static TheoryData<string> Panels { get; } = [.. PanelExpressions];

    public static TheoryData<string> Scalers { get; } = [QueueScalerQueries.Waiting("qwen"), QueueScalerQueries.BusyServers("qwen", 5), QueueScalerQueries.GatewayQueue()];

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alerts_read_only_what_is_exported(string expression) => Assert.Empty(MetricContract.Problems(expression));

    [Theory]
    [MemberData(nameof(Panels))]
    public void Dashboards_read_only_what_is_exported(string expression) => Assert.Empty(MetricContract.Problems(expression));

    [Theory]
    [MemberData(nameof(Scalers))]
    public void Scalers_read_only_what_is_exported(string expression) => Assert.Empty(MetricContract.Problems(expression));

    [Fact]
    public void Choices_of_dashboards_have_values() =>
        Assert.All(Plans.SelectMany(plan => DashboardCatalog.For(plan)).SelectMany(dashboard => dashboard.Variables), variable =>
        {
            Assert.Empty(MetricContract.Problems(variable.Series));
            Assert.Contains(variable.Source, MetricContract.ResultLabels(variable.Series));
        });

    [Fact]
    public void Legends_name_labels_that_the_results_have() =>
        Assert.All(Plans.SelectMany(plan => DashboardCatalog.For(plan)).SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Targets), target =>
            Assert.Subset(MetricContract.ResultLabels(target.Expression), Placeholder().Matches(target.Legend).Select(match => match.Groups[1].Value).ToHashSet()));

    [Fact]
    public void Texts_of_alerts_name_labels_that_the_results_have() =>
        Assert.All(Plans.SelectMany(plan => AlertCatalog.For(plan)).SelectMany(group => group.Rules), rule =>
            Assert.Subset(MetricContract.ResultLabels(rule.Expression).Union(rule.Labels.Keys).ToHashSet(), LabelOfAlert().Matches(rule.Summary + rule.Description).Select(match => match.Groups[1].Value).ToHashSet()));

    [Fact]
    public void Every_removed_metric_is_refused()
    {
        var removed = MetricFile.All.SelectMany(file => file.Metrics).Where(metric => metric.Type == "removed").ToArray();
        Assert.True(removed.Length >= 15);
        Assert.All(removed, metric => Assert.Equal([$"{metric.Name} was removed; use {metric.Instead}"], MetricContract.Problems($"sum(rate({metric.Name}[5m]))")));
    }

    /// <summary>The ways in which such a rule goes wrong in practice.</summary>
    [Theory]
    [InlineData("""vllm:kv_cache_usage{job="vllm"}""", "vllm:kv_cache_usage is in no list of what is exported")]
    [InlineData("""vllm:kv_cache_usage_perc{job="vllm",pol="a"}""", "vllm:kv_cache_usage_perc has no label pol")]
    [InlineData("""vllm:kv_cache_usage_perc{job="qwen"}""", "vllm:kv_cache_usage_perc is not exported by job qwen")]
    [InlineData("""clawdbot_queue_size{job="clawdbot",pool="a"}""", "clawdbot_queue_size has no label pool")]
    [InlineData("sum by (model) (clawdbot_active_requests)", "clawdbot_active_requests has no label model to group or match by")]
    [InlineData("ceph_osd_up == 0 and on (osd) ceph_osd_in == 1", "ceph_osd_in has no label osd to group or match by|ceph_osd_up has no label osd to group or match by")]
    [InlineData("""up{job="vllm",state="a"} or up{job="nobody"}""", "up has no label state|up is not exported by job nobody")]
    [InlineData("sum by (le) (rate(vllm:e2e_request_latency_seconds[5m]))", "vllm:e2e_request_latency_seconds is in no list of what is exported")]
    public void Refuses_what_is_not_there(string expression, string problems) =>
        Assert.Equal(problems.Split('|'), MetricContract.Problems(expression).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_list_says_what_it_is_and_where_from() =>
        Assert.All(MetricFile.All, file =>
        {
            Assert.All(["program", "version", "source", "date", "job"], key => Assert.Matches(@"\S{2}", file.Header.GetValueOrDefault(key, "")));
            Assert.Matches(@"\A20[0-9]{2}-[0-9]{2}-[0-9]{2}\z", file.Header["date"]);
            Assert.NotEmpty(file.Metrics);
            Assert.All(file.Metrics, metric => Assert.Contains(metric.Type, new[] { "gauge", "counter", "histogram", "untyped", "removed" }));
            Assert.Equal(file.Metrics.Select(metric => metric.Name).Distinct(), file.Metrics.Select(metric => metric.Name));
        });

    /// <summary>The lists that are pinned by a constant of ours say the same version.</summary>
    [Theory]
    [InlineData("vllm.txt", nameof(VllmDefaults))]
    [InlineData("cert-manager.txt", PlatformAddonsDefaults.CertManagerVersion)]
    [InlineData("keda.txt", PlatformAddonsDefaults.KedaVersion)]
    [InlineData("dcgm-exporter.txt", PlatformAddonsDefaults.DcgmExporterVersion)]
    public void Lists_are_of_the_pinned_versions(string file, string version) =>
        Assert.Equal(version == nameof(VllmDefaults) ? VllmDefaults.Version.ToString() : version.TrimStart('v'), MetricFile.Named(file).Header["version"]);

    /// <summary>The exporter exports what its list names, and nothing else of these.</summary>
    [Fact]
    public void Cards_are_asked_only_for_counters_that_are_switched_on()
    {
        var on = GpuCounters.Default.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToDictionary(parts => parts[0], parts => parts[1].Trim());
        var recorded = MetricFile.Named("dcgm-exporter.txt").Metrics.Where(metric => metric.Type != "removed").ToDictionary(metric => metric.Name, metric => metric.Type);
        Assert.Equal(on.OrderBy(pair => pair.Key, StringComparer.Ordinal), recorded.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Subset(on.Keys.ToHashSet(), Expressions.SelectMany(expression => MetricNames.In(expression)).Where(metric => metric.StartsWith("DCGM_", StringComparison.Ordinal)).ToHashSet());
    }

    /// <summary>kube-state-metrics exports labels of pods and nodes only if it is told to.</summary>
    [Fact]
    public void Labels_of_pods_and_nodes_are_on_the_list_of_the_chart()
    {
        var source = Repository.Read("infra", "Platform", "MonitoringValues.cs");
        var lists = AllowList().Matches(source).ToDictionary(match => match.Groups[1].Value, match => Member().Matches(match.Groups[2].Value).Select(member => $"label_{Escaped(member.Groups[1].Value)}").ToHashSet());
        foreach (var (kind, metric) in new[] { ("pods", "kube_pod_labels"), ("nodes", "kube_node_labels") })
            Assert.Equal(lists[kind].Order(StringComparer.Ordinal), MetricFile.Named("kube-state-metrics.txt").Metrics.Single(record => record.Name == metric).Labels.Where(label => label.StartsWith("label_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_exactly_the_metrics_of_the_gateway()
    {
        var page = Repository.Read("docs", "metrics.md");
        foreach (var (heading, metrics) in new[] { ("Router", GatewayMetrics.Router), ("Access tier", GatewayMetrics.AccessTier) })
        {
            var section = page[page.IndexOf($"## {heading}\n", StringComparison.Ordinal)..];
            var end = section.IndexOf("\n## ", 1, StringComparison.Ordinal);
            Assert.Equal(
                metrics.Select(metric => $"| `{metric.Name}` | {metric.Type} | {(metric.Labels.IsEmpty ? "–" : string.Join(", ", metric.Labels.Select(label => $"`{label}`")))} | {metric.Help} |"),
                section[..end].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
        }
    }

    /// <summary>The backup alert looks at successes: a CronJob that is scheduled and fails is not a backup.</summary>
    [Fact]
    public void The_age_of_backups_is_that_of_the_last_success() =>
        Assert.Contains("""kube_cronjob_status_last_successful_time{namespace="clawdbot-etcd",cronjob="etcd-backup"}""", AlertPlans.EveryRule.First(rule => rule.Name == "EtcdBackupOld").Expression, StringComparison.Ordinal);

    private static string Escaped(string constant) => (string)typeof(Labels).GetField(constant)!.GetRawConstantValue()! is var label ? Regex.Replace(label, "[^A-Za-z0-9]", "_") : "";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$labels\.(\w+)")]
    private static partial Regex LabelOfAlert();

    [GeneratedRegex("""\$"(\w+)=\[(.+)\]",""")]
    private static partial Regex AllowList();

    [GeneratedRegex(@"\{Labels\.(\w+)\}")]
    private static partial Regex Member();
}

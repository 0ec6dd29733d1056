using System.Diagnostics;
using System.Text.RegularExpressions;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Etcd.Real;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>The lists against what runs here: Debian's etcd 3.4 by the arguments of the component, Prometheus and Alertmanager.</summary>
[Collection(RealEtcdCollection.Name)]
public sealed partial class RealMetricsTests(RunningCluster running) : IClassFixture<RunningCluster>
{
    private static readonly HashSet<string> Used =
        [.. MetricContractTests.Expressions.SelectMany(expression => MetricNames.In(expression))];

    /// <summary>All that we use exists under the same name in both 3.4 and 3.6, so the list of 3.6 has nothing that 3.4 lacks but this.</summary>
    [Fact]
    public async Task A_member_of_etcd_exports_what_we_use()
    {
        using var client = new HttpClient();
        var series = new Dictionary<string, HashSet<string>>();
        // Members measure the way to each other twice a minute.
        for (var clock = Stopwatch.StartNew(); !series.ContainsKey("etcd_network_peer_round_trip_time_seconds_count"); await Task.Delay(500))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), "No round trip between members was measured.");
            series = Series(await client.GetStringAsync($"{running.Cluster.Members[0].MetricsUrl}/metrics"));
        }
        Assert.Subset(series.Keys.ToHashSet(), Used.Where(metric => metric.StartsWith("etcd_", StringComparison.Ordinal)).ToHashSet());
        foreach (var record in MetricFile.Named("etcd.txt").Metrics.Where(record => record.Type != "removed"))
        {
            var name = record.Type == "histogram" ? $"{record.Name}_count" : record.Name;
            if (series.TryGetValue(name, out var labels))
                Assert.Equal(record.Labels.Order(StringComparer.Ordinal), labels.Order(StringComparer.Ordinal));
            else
                Assert.Contains(record.Name, OnlyAfterAFault);
        }
    }

    /// <summary>Counters with labels begin with the first fault.</summary>
    private static readonly string[] OnlyAfterAFault = ["etcd_network_peer_sent_failures_total", "etcd_server_health_failures"];

    [Fact]
    public async Task Prometheus_exports_what_we_use()
    {
        using var workspace = new Workspace();
        var rules = workspace.Write("rules.yaml", new PrometheusAlertsSpec { Plan = AlertPlans.Minimal }.RuleFileText);
        var configuration = workspace.Write("prometheus.yaml", $"rule_files: [\"{rules}\"]\nglobal: {{scrape_interval: 1s, evaluation_interval: 1s}}\n");
        await using var prometheus = await RunningProgram.Start("prometheus", "prometheus", port =>
            [$"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(workspace.Folder, "data")}", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]);
        var series = Series(await prometheus.Read("/metrics"));
        Assert.Subset(series.Keys.ToHashSet(), Used.Where(metric => metric.StartsWith("prometheus_", StringComparison.Ordinal)).ToHashSet());
        Holds("prometheus.txt", series);
    }

    [Fact]
    public async Task Alertmanager_exports_what_we_use()
    {
        using var workspace = new Workspace();
        var configuration = workspace.Write("alertmanager.yaml", AlertRouting.Configuration(new AlertRoutingSpec()));
        await using var alertmanager = await RunningProgram.Start("prometheus-alertmanager", "prometheus-alertmanager", port =>
            [$"--config.file={configuration}", $"--storage.path={Path.Combine(workspace.Folder, "data")}", $"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address=", "--log.level=error"]);
        var series = Series(await alertmanager.Read("/metrics"));
        Assert.Subset(series.Keys.ToHashSet(), Used.Where(metric => metric.StartsWith("alertmanager_", StringComparison.Ordinal)).ToHashSet());
        // Newer releases add a reason to failures; what we group by is in both.
        Assert.Contains("integration", series["alertmanager_notifications_failed_total"]);
    }

    private static void Holds(string file, Dictionary<string, HashSet<string>> series) =>
        Assert.All(MetricFile.Named(file).Metrics, record => Assert.Equal(record.Labels.Order(StringComparer.Ordinal), series[record.Name].Order(StringComparer.Ordinal)));

    /// <summary>Names of series with their labels, without the bucket's.</summary>
    private static Dictionary<string, HashSet<string>> Series(string text) => text.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success)
        .GroupBy(match => match.Groups[1].Value)
        .ToDictionary(group => group.Key, group => group.SelectMany(match => Label().Matches(match.Groups[2].Value).Select(label => label.Groups[1].Value)).ToHashSet());

    [GeneratedRegex(@"^([A-Za-z_:][A-Za-z0-9_:]*)(\{.*\})? ")]
    private static partial Regex Line();

    [GeneratedRegex("(\\w+)=\"(?:\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Label();
}

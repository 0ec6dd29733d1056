using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class MetricNamesTests
{
    [Theory]
    [InlineData("up", "up")]
    [InlineData("vector(1)", "")]
    [InlineData("""up{job="vllm",text="a{b} or foo"} == 0""", "up")]
    [InlineData("sum by (le, pool) (rate(vllm:e2e_request_latency_seconds_bucket{job=\"vllm\"}[5m])) > 4.5", "vllm:e2e_request_latency_seconds_bucket")]
    [InlineData("sum(rate(a_total[5m])) by (b) / sum without (c) (rate(a_total[5m] offset 1h))", "a_total")]
    [InlineData("a and on (x) group_left (y) b unless ignoring (z) c or bool_metric", "a b bool_metric c")]
    [InlineData("time() - max_over_time(x[1h:5m]) > 1e6 and absent(y == bool 1) or 0x1F < z", "x y z")]
    [InlineData("count_values(\"version\", build_info)", "build_info")]
    public void Finds_the_metrics_of_an_expression(string expression, string metrics) =>
        Assert.Equal(metrics.Split(' ', StringSplitOptions.RemoveEmptyEntries), MetricNames.In(expression));

    [Fact]
    public void Every_rule_but_the_watchdog_reads_a_metric()
    {
        var rules = AlertPlans.EveryRule;
        Assert.All(rules, rule => Assert.Equal(rule.Name == AlertRouting.WatchdogAlert, MetricNames.In(rule.Expression).IsEmpty));
    }

    /// <summary>No word of PromQL and no label may be taken for a metric: every name has the prefix of an exporter that is scraped.</summary>
    [Fact]
    public void The_names_are_those_of_known_exporters()
    {
        var metrics = AlertPlans.EveryRule.SelectMany(rule => MetricNames.In(rule.Expression)).Distinct();
        Assert.All(metrics, metric => Assert.Matches(@"\A(up\z|vllm:|clawdbot_|DCGM_FI_|kube_|kubelet_|node_|container_|etcd_|ceph_|certmanager_|keda_|openclaw_|prometheus_|alertmanager_)", metric));
    }
}

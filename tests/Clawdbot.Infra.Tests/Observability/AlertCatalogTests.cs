using System.Text.RegularExpressions;
using Clawdbot.Infra.Observability;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Which alerts there are, and that the real promtool accepts each plan's.</summary>
public sealed partial class AlertCatalogTests
{
    private static AlertRule[] Rules(AlertingPlan plan) => [.. AlertCatalog.For(plan).SelectMany(group => group.Rules)];

    private static string[] Names(AlertingPlan plan) => [.. Rules(plan).Select(rule => rule.Name).Distinct()];

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public async Task Promtool_accepts_the_rules(string planName)
    {
        using var workspace = new Workspace();
        var plan = AlertPlans.Find(planName);
        var (exitCode, output) = await Programs.Promtool("check", "rules", "--lint=all", "--lint-fatal",
            workspace.Write("rules.yaml", new PrometheusAlertsSpec { Plan = plan }.RuleFileText));
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{Rules(plan).Length} rules found", output, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_least_sixty_alerts() => Assert.InRange(Names(AlertPlans.Full).Length, 60, 120);

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Every_alert_is_well_formed(string planName)
    {
        var plan = AlertPlans.Find(planName);
        Assert.All(Rules(plan), rule =>
        {
            Assert.Matches(@"\A[A-Z][A-Za-z]{4,47}\z", rule.Name);
            Assert.InRange(rule.ForSeconds, plan.ScrapeSeconds * PrometheusAlertsDefaults.LeastScrapes, 86400);
            Assert.Equal(0, rule.ForSeconds % 60);
            Assert.Matches(@"\A\S[^\n]{10,150}[^.\s]\z", rule.Summary);
            Assert.Matches(@"\A\S[^\n]{20,500}\.\z", rule.Description);
            // Words that 3.x dropped or that 2.42 does not know yet.
            Assert.DoesNotMatch(@"holt_winters|double_exponential_smoothing|limitk|limit_ratio|histogram_avg|sort_by_label|mad_over_time|first_over_time|\binfo\(|\bfill\(", rule.Expression);
        });
    }

    [Fact]
    public void No_two_rules_are_the_same_series()
    {
        var keys = Rules(AlertPlans.Production).Select(rule => $"{rule.Name} {string.Join(',', rule.Labels)}").ToArray();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void A_plan_has_only_alerts_on_what_it_contains()
    {
        var names = Names(AlertPlans.Minimal);
        Assert.Contains("PoolDown", names);
        Assert.Contains(AlertRouting.WatchdogAlert, names);
        Assert.All(names, name => Assert.DoesNotMatch(Foreign(), name));
        Assert.DoesNotContain(AlertCatalog.For(AlertPlans.Minimal).SelectMany(group => group.Rules).SelectMany(rule => MetricNames.In(rule.Expression)), metric => metric.StartsWith("kube_", StringComparison.Ordinal));
    }

    [GeneratedRegex("^(Gateway|Router|AccessTier|Gpu|Node|Etcd|Ceph|Certificate|Assistant|Scaler|Alertmanager|ErrorBudget)")]
    private static partial Regex Foreign();

    [Theory]
    [InlineData("GatewayQueueLong", "> 50")]
    [InlineData("GatewayQueueNearLimit", "> 115")]
    [InlineData("GpuHot", "> 85")]
    [InlineData("NodeCpuHigh", "> 0.8")]
    public void Fixed_thresholds_are_those_of_the_requirements(string name, string comparison) =>
        Assert.EndsWith(comparison, Rules(AlertPlans.Full).Single(rule => rule.Name == name).Expression, StringComparison.Ordinal);

    /// <summary>C9.6: 4.5 s on 24 GB cards, 2.8 s on larger ones.</summary>
    [Theory]
    [InlineData("qwen3-32b", "a10", "> 4.5")]
    [InlineData("qwen2-5-14b-a100", "a100-80", "> 2.8")]
    public void The_answer_time_depends_on_the_card(string pool, string sku, string comparison)
    {
        var rule = Rules(AlertPlans.Production).Single(rule => rule.Name == "PoolAnswerSlow" && rule.Labels["pool"] == pool);
        Assert.EndsWith(comparison, rule.Expression, StringComparison.Ordinal);
        Assert.Equal(sku, rule.Labels["gpu_sku"]);
    }

    /// <summary>C5: 99.98 % leaves 0.02 %, of which 14.4 times is 0.288 %.</summary>
    [Fact]
    public void The_budget_follows_the_objective() =>
        Assert.Contains("> 0.00288\n", Rules(AlertPlans.Production).Single(rule => rule.Name == "ErrorBudgetBurnHour").Expression, StringComparison.Ordinal);

    [Fact]
    public void No_alert_rests_on_one_scrape() =>
        Assert.Equal(120, Rules(AlertPlans.Full with { ScrapeSeconds = 60 }).Min(rule => rule.ForSeconds));

    [Fact]
    public void The_assistant_is_asked_for_metrics_only_if_it_has_them()
    {
        var names = Names(AlertPlans.Full with { Assistant = new AlertedAssistant { MemoryMiB = 2048 } });
        Assert.Contains("AssistantDown", names);
        Assert.DoesNotContain("AssistantMetricsAbsent", names);
    }

    [Fact]
    public void A_pool_that_may_be_empty_is_not_down() =>
        Assert.DoesNotContain("PoolDown", Names(AlertPlans.Full with { Pools = [AlertPlans.Pool with { MinReplicas = 0 }] }));

    [Fact]
    public void A_slow_start_is_told_before_the_probe_ends_it()
    {
        Assert.Equal(450, AlertPlans.Pool.SlowStartSeconds);
        Assert.All(AlertPlans.Production.Pools, pool => Assert.InRange(pool.SlowStartSeconds + 60 + 30, pool.LoadSeconds, pool.StartupSeconds));
    }
}

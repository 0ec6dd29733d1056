using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Observability.Cases;

namespace Clawdbot.Infra.Tests.Observability;

/// <summary>Every alert fires above the plan's threshold and stays quiet just below it, shown by the real promtool.</summary>
public sealed class AlertUnitTests
{
    /// <summary>Plan and group; a group exists in both plans, but has other rules where the plans differ.</summary>
    public static TheoryData<string, string> Groups { get; } = Split();

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Fires_above_the_threshold_and_not_below(string planName, string groupName)
    {
        var plan = AlertPlans.Find(planName);
        var group = AlertCatalog.For(plan).Single(group => group.Name == groupName);
        using var workspace = new Workspace();
        workspace.Write("rules.yaml", RuleFile.Text([group], PrometheusAlertsDefaults.RunbookBaseUrl));
        var tests = workspace.Write("tests.yaml", PromtoolTestFile.Text("rules.yaml", group.Rules, CasesOf(plan, group)));
        var (exitCode, output) = await Programs.Promtool("test", "rules", tests);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>An alert without both cases could be wrong without anybody noticing.</summary>
    [Fact]
    public void Every_alert_has_both_cases()
    {
        var names = AlertPlans.EveryRule.Select(rule => rule.Name).Distinct();
        var covered = AlertCases.All.Where(item => item.Fires.Length > 0 && (item.Quiet.Length > 0 || item.Alert == AlertRouting.WatchdogAlert)).Select(item => item.Alert).Distinct();
        Assert.Equal(names.Order(StringComparer.Ordinal), covered.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<AlertCase> CasesOf(AlertingPlan plan, AlertGroup group) =>
        AlertCases.All.Where(item => item.Plan == plan && group.Rules.Any(rule => rule.Name == item.Alert));

    private static TheoryData<string, string> Split()
    {
        var data = new TheoryData<string, string>();
        foreach (var plan in new[] { nameof(AlertPlans.Full), nameof(AlertPlans.OnVolume) })
        {
            foreach (var group in AlertCatalog.For(AlertPlans.Find(plan)).Where(group => CasesOf(AlertPlans.Find(plan), group).Any()))
                data.Add(plan, group.Name);
        }
        return data;
    }
}

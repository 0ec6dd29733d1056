using System.Collections.Immutable;
using Clawdbot.Infra.Observability;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Observability;

public sealed class DashboardsRulesTests
{
    private static readonly DashboardsSpec Spec = new() { Plan = AlertPlans.Full };

    private static string[] Lines(DashboardsSpec spec) => DashboardsRules.Check(spec, "dashboards", "Change it.").Lines();

    [Theory]
    [MemberData(nameof(AlertPlans.Names), MemberType = typeof(AlertPlans))]
    public void Accepts_every_plan_that_alerts_accept(string planName) => Assert.Empty(Lines(new DashboardsSpec { Plan = AlertPlans.Find(planName) }));

    [Fact]
    public void Accepts_the_limits() => Assert.Empty(Lines(Spec with { RefreshSeconds = 5, RangeHours = 720 }));

    [Fact]
    public void Rejects_a_refresh_that_shows_nothing_new() =>
        Assert.Equal(["CB2002: dashboards.refreshSeconds is 4; allowed: 5 to 3600. Change it."], Lines(Spec with { RefreshSeconds = 4 }));

    [Fact]
    public void Rejects_a_range_without_hours() =>
        Assert.Equal(["CB2002: dashboards.rangeHours is 0; allowed: 1 to 720. Change it."], Lines(Spec with { RangeHours = 0 }));

    [Fact]
    public void Rejects_what_alerts_reject() =>
        Assert.Equal(PrometheusAlertsRules.Check(new PrometheusAlertsSpec { Plan = AlertPlans.Full with { ScrapeSeconds = 1 } }, "dashboards", "Change it.").Lines(), Lines(Spec with { Plan = AlertPlans.Full with { ScrapeSeconds = 1 } }));

    [Fact]
    public void Accepts_a_dozen_pools() => Assert.Empty(Lines(Spec with { Plan = AlertPlans.Full with { Pools = Many(12) } }));

    [Fact]
    public void Rejects_a_dashboard_that_kubectl_could_not_apply() =>
        Assert.Matches(@"\ACB2630: dashboards.pools is [0-9]+ bytes; allowed: at most 245760 bytes, the room of kubectl apply for an object\. Each pool has a row of its own: have fewer pools in one stack\. Change it\.\z",
            Assert.Single(Lines(Spec with { Plan = AlertPlans.Full with { Pools = Many(40) } })));

    private static ImmutableArray<AlertedPool> Many(int count) => [.. Enumerable.Range(1, count).Select(number => AlertPlans.Pool with { Name = $"qwen-{number}" })];
}

using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class LatencyObjectiveTests
{
    private static readonly LatencyObjective Rule = new();

    private static SystemSamples Complete => SystemSamples.Complete;

    [Fact]
    public void Accepts_a_complete_system() => RuleCheck.Accepts(Rule, Complete.All);

    [Fact]
    public void Accepts_a_server_that_is_no_part_of_a_system() => RuleCheck.Accepts(Rule, VllmSamples.Deployment, Workloads.Deployment);

    [Fact]
    public void Cannot_decide_a_system_in_Docker() => RuleCheck.CannotDecide(
        Rule, "the system runs in Docker on one machine, and the checklist is about clusters",
        VllmSamples.Docker.With("labels", "[{ label: app.kubernetes.io/part-of, value: clawdbot }]"));

    [Fact]
    public void Accepts_one_alert_by_pool() => RuleCheck.Accepts(Rule, Complete.With("alerts", "spec.groups[0].rules", "[{ alert: Slow, expr: 'histogram_quantile(0.95, sum by (le, pool) (rate(vllm:e2e_request_latency_seconds_bucket[5m]))) > 2.8' }]").All);

    [Fact]
    public void Rejects_a_pool_without_objective() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[0].targetMilliseconds is not set; allowed: at most 4500 for a pool on 'a10g'. Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
        Complete.Replaced("router-settings", "router.json", ", \"targetMilliseconds\": 4500", "").All);

    [Fact]
    public void Rejects_too_slow_an_objective_for_a_large_card() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[1].targetMilliseconds is 4500; allowed: at most 2800 for a pool on 'h100'. Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
        Complete.Replaced("router-settings", "router.json", "\"targetMilliseconds\": 2800", "\"targetMilliseconds\": 4500").All);

    [Fact]
    public void Rejects_a_pool_without_alert() => RuleCheck.Rejects(
        Rule,
        "An alert on the answer time of the pool 'large' is missing; allowed: a PrometheusRule with the 95th percentile of pool=\"large\". Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
        Complete.Without("alerts", "spec.groups[0].rules[2].alert").All);

    [Fact]
    public void Rejects_an_alert_that_rings_too_late() => RuleCheck.Rejects(
        Rule,
        "spec.groups[0].rules[1].expr is an alert above 45 s; allowed: at most 9 s for the pool 'small'. Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
        Complete.With("alerts", "spec.groups[0].rules[1].expr", "'histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket{pool=\"small\"}[5m]))) > 45'").All);

    [Fact]
    public void Rejects_a_Router_without_settings() => RuleCheck.Rejects(
        Rule,
        "The list of the pools' objectives (router.json in a ConfigMap) is missing; allowed: targetMilliseconds for every pool. Record targetMilliseconds for the pool in router.json, and alert on the 95th percentile of its answer time.",
        Complete.Lacking("router-settings").All);

    [Fact]
    public void Cannot_decide_settings_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "data[\"router.json\"] is known only after the deployment", Complete.WithUnknown("router-settings", "data[\"router.json\"]").All);
}

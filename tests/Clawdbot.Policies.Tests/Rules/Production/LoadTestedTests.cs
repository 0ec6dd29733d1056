using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class LoadTestedTests
{
    private static readonly LoadTested Rule = new();

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
    public void Rejects_a_system_without_load_test() => RuleCheck.Rejects(
        Rule,
        "The load test (a Job or CronJob with the component load-test) is missing; allowed: one that sends 100 requests at once. Add the load test, with readiness.json that asks for this load.",
        Complete.Lacking("load-test").All);

    [Fact]
    public void Rejects_a_load_test_without_settings() => RuleCheck.Rejects(
        Rule,
        "The load in readiness.json of a mounted ConfigMap is missing; allowed: 100 requests at once. Add the load test, with readiness.json that asks for this load.",
        Complete.Lacking("load-test-settings").All);

    [Fact]
    public void Rejects_too_small_a_load() => RuleCheck.Rejects(
        Rule,
        "data[\"readiness.json\"]#.load.concurrency is 40; allowed: at least 100 in one of the load tests. Add the load test, with readiness.json that asks for this load.",
        Complete.Replaced("load-test-settings", "readiness.json", "100", "40").All);

    [Fact]
    public void Rejects_too_many_errors() => RuleCheck.Rejects(
        Rule,
        "data[\"readiness.json\"]#.load.errorPercent is 5; allowed: at most 0.5. Add the load test, with readiness.json that asks for this load.",
        Complete.Replaced("load-test-settings", "readiness.json", "0.5", "5").All);

    [Fact]
    public void Rejects_settings_that_are_no_JSON() => RuleCheck.Rejects(
        Rule,
        "data[\"readiness.json\"] is no JSON; allowed: a JSON document. Add the load test, with readiness.json that asks for this load.",
        Complete.Replaced("load-test-settings", "readiness.json", "{ \"load\"", "\"load\"").All);

    [Fact]
    public void Cannot_decide_settings_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "data[\"readiness.json\"] is known only after the deployment", Complete.WithUnknown("load-test-settings", "data[\"readiness.json\"]").All);
}

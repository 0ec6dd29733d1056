using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class NodesRegisteredTests
{
    private static readonly NodesRegistered Rule = new();

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
    public void Rejects_a_pool_that_is_not_registered() => RuleCheck.Rejects(
        Rule,
        "spec.template.metadata.labels[\"clawdbot.dev/pool\"] is 'other'; allowed: a pool of the Router: large, small. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.And("{ apiVersion: apps/v1, kind: Deployment, metadata: { name: o, labels: { app.kubernetes.io/part-of: clawdbot, app.kubernetes.io/component: model-server } }, spec: { template: { metadata: { labels: { clawdbot.dev/pool: other } } } } }").All);

    [Fact]
    public void Rejects_a_registered_pool_that_is_not_there() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[1].name is 'large'; allowed: a pool of the stack: small. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Lacking("large").All);

    [Fact]
    public void Rejects_a_host_that_leads_nowhere() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[0].host is 'small.clawdbot-models.svc'; allowed: a Service of the pool, as <name>.<namespace>.svc. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Replaced("router-settings", "router.json", "small-headless", "small").All);

    [Fact]
    public void Rejects_a_host_that_leads_to_another_pool() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[0].host is 'large-headless.clawdbot-models.svc'; allowed: a Service of the pool, as <name>.<namespace>.svc. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Replaced("router-settings", "router.json", "small-headless", "large-headless").All);

    [Fact]
    public void Rejects_a_port_that_the_Service_lacks() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[0].port is 8001; allowed: a port of the Service 'small-headless'. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Replaced("router-settings", "router.json", "\"port\": 8000, \"gpuSku\": \"a10g\"", "\"port\": 8001, \"gpuSku\": \"a10g\"").All);

    [Fact]
    public void Rejects_a_model_of_an_unknown_pool() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.models[0].pools[1] is 'spare'; allowed: a pool of the list: large, small. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Replaced("router-settings", "router.json", "\"pools\": [\"small\"]", "\"pools\": [\"small\", \"spare\"]").All);

    [Fact]
    public void Rejects_a_system_without_Router() => RuleCheck.Rejects(
        Rule,
        "The Router (a workload with the component router) is missing; allowed: one that sends requests to the pools. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Lacking("router").All);

    [Fact]
    public void Rejects_a_Router_without_settings() => RuleCheck.Rejects(
        Rule,
        "The list of pools (router.json in a ConfigMap) is missing; allowed: one that names every pool. Make the pools in router.json those of the stack, with host and port of their Services.",
        Complete.Lacking("router-settings").All);

    [Fact]
    public void Cannot_decide_settings_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "data[\"router.json\"] is known only after the deployment", Complete.WithUnknown("router-settings", "data[\"router.json\"]").All);
}

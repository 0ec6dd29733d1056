using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class ModelListTests
{
    private static readonly ModelList Rule = new();

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
    public void Accepts_a_server_that_answers_to_an_alias() => RuleCheck.Accepts(Rule, Complete.Replaced("router-settings", "router.json", "\"name\": \"small:7b\", \"aliases\": [\"small\"]", "\"name\": \"small\", \"aliases\": []").WithArgument("small", 1, "--served-model-name=small").All);

    [Fact]
    public void Rejects_a_pool_whose_model_is_not_listed() => RuleCheck.Rejects(
        Rule,
        "--served-model-name of container 'vllm' is 'other:1b'; allowed: a model of the Router's registry: large:32b, small, small:7b. Make the models in router.json and --served-model-name of the pools the same.",
        Complete.And("{ apiVersion: apps/v1, kind: Deployment, metadata: { name: o, namespace: clawdbot-models, labels: { app.kubernetes.io/part-of: clawdbot, app.kubernetes.io/component: model-server } }, spec: { template: { spec: { containers: [{ name: vllm, image: vllm/vllm-openai, args: [m, --served-model-name, 'other:1b'] }] } } } }").All);

    [Fact]
    public void Rejects_a_listed_model_that_nobody_serves() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.models[1].name is 'large:32b'; allowed: a model that a pool serves: small:7b. Make the models in router.json and --served-model-name of the pools the same.",
        Complete.Lacking("large").All);

    [Fact]
    public void Rejects_an_empty_registry() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.models is an empty list; allowed: the models that pools serve: there is none. Make the models in router.json and --served-model-name of the pools the same.",
        Complete.Lacking("small", "large", "router-settings").And("{ apiVersion: v1, kind: ConfigMap, metadata: { name: r, namespace: clawdbot, labels: { app.kubernetes.io/part-of: clawdbot } }, data: { router.json: '{\"models\": []}' } }").All);

    [Fact]
    public void Rejects_a_Router_without_settings() => RuleCheck.Rejects(
        Rule,
        "The Router's registry (router.json in a ConfigMap) is missing; allowed: a list of the models that are served. Make the models in router.json and --served-model-name of the pools the same.",
        Complete.Lacking("router-settings").All);

    [Fact]
    public void Cannot_decide_settings_that_are_not_known_yet() => RuleCheck.CannotDecide(Rule, "data[\"router.json\"] is known only after the deployment", Complete.WithUnknown("router-settings", "data[\"router.json\"]").All);
}

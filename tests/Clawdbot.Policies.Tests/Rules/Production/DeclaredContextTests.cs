using Clawdbot.Policies.Rules.Production;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Production;

public sealed class DeclaredContextTests
{
    private static readonly DeclaredContext Rule = new();

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
    public void Rejects_a_Router_that_declares_more_than_the_servers_have() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.pools[0].contextTokens is 32768; allowed: 16384, --max-model-len of the pool's servers. Derive contextWindow, contextTokens and --max-model-len from one figure.",
        Complete.WithArgument("small", 3, "--max-model-len=16K").All);

    [Fact]
    public void Rejects_a_server_that_does_not_say() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args of container 'vllm' is not set; allowed: the Router's figure, 32768. Derive contextWindow, contextTokens and --max-model-len from one figure.",
        Complete.WithArgument("small", 3, "--enforce-eager").All);

    [Fact]
    public void Rejects_a_model_with_another_context_than_its_pools() => RuleCheck.Rejects(
        Rule,
        "data[\"router.json\"]#.models[0].contextTokens is 65536; allowed: 32768, the shortest context of the model's pools. Derive contextWindow, contextTokens and --max-model-len from one figure.",
        Complete.Replaced("router-settings", "router.json", "\"aliases\": [\"small\"], \"contextTokens\": 32768", "\"aliases\": [\"small\"], \"contextTokens\": 65536").All);

    [Fact]
    public void Rejects_an_assistant_that_declares_more() => RuleCheck.Rejects(
        Rule,
        "data[\"openclaw.json\"]#.models.providers.vllm.models[1].contextWindow is 32000; allowed: at most 16384, the context that the Router has for 'large:32b'. Derive contextWindow, contextTokens and --max-model-len from one figure.",
        Complete.Replaced("assistant-settings", "openclaw.json", "16000", "32000").All);

    [Fact]
    public void Cannot_decide_a_length_that_vLLM_chooses() => RuleCheck.CannotDecide(Rule, "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' leaves the length to vLLM", Complete.WithArgument("small", 3, "--max-model-len=auto").All);

    [Fact]
    public void Cannot_decide_unknown_arguments() => RuleCheck.CannotDecide(Rule, "spec.template.spec.containers[0].args[3] is known only after the deployment", Complete.WithUnknown("small", "spec.template.spec.containers[0].args[3]").All);
}

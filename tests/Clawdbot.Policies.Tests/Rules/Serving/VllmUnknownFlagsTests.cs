using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmUnknownFlagsTests
{
    private static readonly VllmUnknownFlags Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_underscores() => RuleCheck.Accepts(Rule, VllmSamples.With("--max_model_len=8k"));

    [Fact]
    public void Accepts_the_beginning_of_a_flag() => RuleCheck.Accepts(Rule, VllmSamples.With("--gpu-memory=0.8"));

    [Fact]
    public void Accepts_short_forms_and_keys_behind_a_dot() => RuleCheck.Accepts(Rule, VllmSamples.With("-q=awq", "-O2", "--compilation-config.mode=3", "-cc.cudagraph_mode=NONE"));

    [Fact]
    public void Accepts_a_flag_that_was_removed() => RuleCheck.Accepts(Rule, VllmSamples.With("--swap-space=4"));

    [Fact]
    public void Rejects_a_flag_that_never_existed() => RuleCheck.Rejects(
        Rule,
        "--batch-max-tokens in spec.template.spec.containers[0].args[10] of container 'vllm' is no flag of vllm serve; allowed: flags that it has. Did you mean '--max-num-batched-tokens'? Write the flag as the reference of vllm serve does, or remove it.",
        VllmSamples.With("--batch-max-tokens=4096"));

    [Fact]
    public void Rejects_a_slip() => RuleCheck.Rejects(
        Rule,
        "--tensor-paralel-size in spec.template.spec.containers[0].args[10] of container 'vllm' is no flag of vllm serve; allowed: flags that it has. Did you mean '--tensor-parallel-size'? Write the flag as the reference of vllm serve does, or remove it.",
        VllmSamples.With("--tensor-paralel-size=2"));

    [Fact]
    public void Rejects_a_flag_of_another_server_without_a_counterpart() => RuleCheck.Rejects(
        Rule,
        "--request-timeout in spec.template.spec.containers[0].args[10] of container 'vllm' is no flag of vllm serve; allowed: flags that it has. Write the flag as the reference of vllm serve does, or remove it.",
        VllmSamples.With("--request-timeout=30"));

    [Fact]
    public void Rejects_the_opposite_of_a_flag_with_a_value() => RuleCheck.Rejects(
        Rule,
        "--no-max-model-len in spec.template.spec.containers[0].args[10] of container 'vllm' is no flag of vllm serve; allowed: flags that it has. Did you mean '--max-model-len'? Write the flag as the reference of vllm serve does, or remove it.",
        VllmSamples.With("--no-max-model-len"));

    [Fact]
    public void Cannot_decide_a_flag_that_may_be_new() => RuleCheck.CannotDecide(
        Rule, "--teleport-tokens in spec.template.spec.containers[0].args[10] of container 'vllm' is in no list of flags", VllmSamples.With("--teleport-tokens=4"));
}

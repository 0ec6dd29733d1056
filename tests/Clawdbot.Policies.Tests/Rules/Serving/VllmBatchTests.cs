using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmBatchTests
{
    private static readonly VllmBatch Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_whole_prompts_that_fit() => RuleCheck.Accepts(Rule, VllmSamples.With("--no-enable-chunked-prefill", "--max-num-batched-tokens=32768"));

    [Fact]
    public void Rejects_more_requests_than_tokens() => RuleCheck.Rejects(
        Rule,
        "--max-num-seqs in spec.template.spec.containers[0].args[5] of container 'vllm' is '8192'; allowed: at most --max-num-batched-tokens, which is '4096'. Raise --max-num-batched-tokens, or lower the other figure.",
        VllmSamples.With("--max-num-seqs=8192"));

    [Fact]
    public void Rejects_a_batch_shorter_than_a_prompt() => RuleCheck.Rejects(
        Rule,
        "--max-num-batched-tokens in spec.template.spec.containers[0].args[6] of container 'vllm' is '4096'; allowed: at least --max-model-len, which is '32768', because chunked prefill is off. Raise --max-num-batched-tokens, or lower the other figure.",
        VllmSamples.With("--no-enable-chunked-prefill"));

    [Fact]
    public void Rejects_no_requests() => RuleCheck.Rejects(
        Rule,
        "--max-num-seqs in spec.template.spec.containers[0].args[5] of container 'vllm' is '0'; allowed: a positive whole number. Raise --max-num-batched-tokens, or lower the other figure.",
        VllmSamples.With("--max-num-seqs=0"));

    [Fact]
    public void Rejects_a_text() => RuleCheck.Rejects(
        Rule,
        "--max-num-batched-tokens in spec.template.spec.containers[0].args[6] of container 'vllm' is 'many'; allowed: a positive whole number. Raise --max-num-batched-tokens, or lower the other figure.",
        VllmSamples.With("--max-num-batched-tokens=many"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[5] is known only after the deployment", VllmSamples.WithUnknown(5));
}

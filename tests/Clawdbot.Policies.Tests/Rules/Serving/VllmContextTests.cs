using Clawdbot.Policies.Rules.Serving;
using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Rules.Serving;

public sealed class VllmContextTests
{
    private static readonly VllmContext Rule = new();

    [Fact]
    public void Accepts_a_server_in_a_cluster() => RuleCheck.Accepts(Rule, VllmSamples.Deployment);

    [Fact]
    public void Accepts_a_server_in_Docker() => RuleCheck.Accepts(Rule, VllmSamples.Docker);

    [Fact]
    public void Accepts_auto() => RuleCheck.Accepts(Rule, VllmSamples.With("--max-model-len=auto"));

    [Fact]
    public void Accepts_human_units() => RuleCheck.Accepts(Rule, VllmSamples.With("--max-model-len=32K"));

    [Fact]
    public void Accepts_an_extended_context() => RuleCheck.Accepts(Rule, VllmSamples.With("--max-model-len=131072", "--hf-overrides={\"rope_parameters\":{\"rope_type\":\"yarn\"}}"));

    [Fact]
    public void Accepts_a_longer_context_that_is_asked_for() => RuleCheck.Accepts(Rule, VllmSamples.With("--max-model-len=131072").With($"{VllmSamples.Container}.env", "[{ name: VLLM_ALLOW_LONG_MAX_MODEL_LEN, value: '1' }]"));

    [Fact]
    public void Rejects_more_than_the_model_has() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' is '131072'; allowed: at most 40960 tokens, the context of Qwen/Qwen3-32B. Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
        VllmSamples.With("--max-model-len=131072"));

    [Fact]
    public void Rejects_more_than_the_quantised_copy_has() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' is '64k'; allowed: at most 40960 tokens, the context of Qwen/Qwen3-32B. Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
        VllmSamples.Deployment.With(VllmSamples.Arguments, "[Qwen/Qwen3-32B-AWQ, --revision=0123456789abcdef0123456789abcdef01234567, --served-model-name=q, --max-model-len=64k]"));

    [Fact]
    public void Rejects_zero() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' is '0'; allowed: a positive number of tokens, or auto. Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
        VllmSamples.With("--max-model-len=0"));

    [Fact]
    public void Rejects_a_negative_number() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' is '-5'; allowed: a positive number of tokens, or auto. Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
        VllmSamples.With("--max-model-len=-5"));

    [Fact]
    public void Rejects_a_text() => RuleCheck.Rejects(
        Rule,
        "--max-model-len in spec.template.spec.containers[0].args[3] of container 'vllm' is 'long'; allowed: a positive number of tokens, or auto. Lower --max-model-len; to extend the model's context, configure rope scaling with --hf-overrides.",
        VllmSamples.With("--max-model-len=long"));

    [Fact]
    public void Cannot_decide_a_model_that_is_in_no_catalogue() => RuleCheck.CannotDecide(
        Rule, "the model of container 'vllm' is not in the catalogue, so its context is not known", VllmSamples.Model("/models/ours"));

    [Fact]
    public void Cannot_decide_an_unknown_argument() => RuleCheck.CannotDecide(
        Rule, "spec.template.spec.containers[0].args[3] is known only after the deployment", VllmSamples.WithUnknown(3));
}
